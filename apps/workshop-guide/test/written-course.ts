import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A course of two lessons in a temporary project, which a test can change before it is written. */
export interface WrittenCourse extends AsyncDisposable {
  /** Folder of the course, in the folder of the project. */
  readonly folder: string;
  readonly project: string;
}

const makefile = `
greet:
	@cat apps/shop/greeting.txt
	@grep -q hello apps/shop/greeting.txt
contract:
	@mkdir -p pacts && cp apps/shop/wanted.json pacts/Shop-Stock.json && echo "contract written (5 ms)"
	@grep -q stock apps/shop/wanted.json
`;

const first = `export default {
  title: 'Greet',
  concept: 'Who comes in is greeted.',
  objectives: ['Greet'],
  minutes: 1,
  edits: ['apps/shop/greeting.txt'],
  tasks: [
    {
      id: 'greet',
      title: 'The shop says hello',
      command: 'make greet',
      before: { passes: false, because: /TODO: greet/ },
      after: { passes: true, because: /hello/ },
    },
  ],
  contract: [],
  hints: ['What do you say to somebody who comes in?'],
};
`;

const second = `export default {
  title: 'Ask the stock',
  concept: 'What is needed is written down.',
  objectives: ['Write it down'],
  minutes: 1,
  edits: ['apps/shop/wanted.json', 'apps/shop/farewell.txt'],
  tasks: [
    {
      id: 'farewell',
      title: 'The shop says goodbye',
      command: 'cat apps/shop/farewell.txt',
      before: { passes: false, because: /No such file/ },
      after: { passes: true, because: /goodbye/ },
      stage: 'halfway',
    },
    {
      id: 'contract',
      title: 'The shop says what it wants',
      command: 'make contract',
      runFirst: ['touch asked'],
      writesContract: true,
      before: { passes: false, because: /written/ },
      after: { passes: true, because: /written/ },
    },
  ],
  contract: [
    { description: 'stock', states: [] },
    { description: 'more stock', states: [] },
  ],
  hints: ['Ask.'],
};
`;

const nothingWanted = '{ "todo": "TODO: what is wanted", "interactions": [] }\n';
const stockWanted = '{ "interactions": [{ "description": "stock" }, { "description": "more stock" }] }\n';

const files: Readonly<Record<string, string>> = {
  'apps/shop/greeting.txt': 'hello\n',
  'apps/shop/wanted.json': stockWanted,
  'apps/shop/farewell.txt': 'goodbye\n',
  // The lessons' manifests are ES modules.
  'package.json': '{ "type": "module" }\n',
  'course/workspace/Makefile': makefile,
  'course/01-greet/lesson.ts': first,
  'course/01-greet/README.md':
    '# Greet\n\n![A shop](shop.svg)\n\n```console start\n$ make greet\nTODO: greet\n…\n```\n\n```console\n$ make greet\nhello\n```\n',
  'course/01-greet/shop.svg': '<svg xmlns="http://www.w3.org/2000/svg" />\n',
  'course/01-greet/start/apps/shop/greeting.txt': 'TODO: greet\n',
  'course/01-greet/solution/apps/shop/greeting.txt': 'hello\n',
  'course/02-ask/lesson.ts': second,
  'course/02-ask/README.md':
    '# Ask\n\n```console halfway\n$ cat apps/shop/farewell.txt\ngoodbye\n```\n\n```console\n$ ls asked\nasked\n$ make contract\ncontract written (12 ms)\n```\n',
  'course/02-ask/start/apps/shop/wanted.json': nothingWanted,
  'course/02-ask/halfway/apps/shop/farewell.txt': 'goodbye\n',
  'course/02-ask/solution/apps/shop/wanted.json': stockWanted,
};

/**
 * Writes the course; all checks of the unchanged course pass.
 * @param changes text to replace in a file (a pair), a file's whole content, or null for a file to omit
 */
export async function writeCourse(
  changes: Readonly<Record<string, readonly [string, string] | string | null>> = {},
): Promise<WrittenCourse> {
  const project = await mkdtemp(join(tmpdir(), 'miniature-'));
  for (const path of new Set([...Object.keys(files), ...Object.keys(changes)])) {
    const content = changed(path, files[path], changes[path]);
    if (content === null) continue;
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), content);
  }
  return {
    folder: join(project, 'course'),
    project,
    [Symbol.asyncDispose]: () => rm(project, { recursive: true, force: true }),
  };
}

function changed(
  path: string,
  content: string | undefined,
  change: readonly [string, string] | string | null | undefined,
): string | null {
  if (change === undefined) return content ?? null;
  if (change === null || typeof change === 'string') return change;
  const [from, to] = change;
  if (content?.includes(from) !== true) throw new Error(`${path} has no "${from}" to change.`);
  return content.replace(from, () => to);
}
