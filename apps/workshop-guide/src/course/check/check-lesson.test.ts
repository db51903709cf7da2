import { describe, expect, it } from '@jest/globals';
import { writeCourse } from '../../../test/written-course.ts';
import { loadCourse } from '../load-course.ts';
import { chainEndFindings } from './chain-end.ts';
import { checkLesson } from './check-lesson.ts';

type Changes = Parameters<typeof writeCourse>[0];

/** All problems in a course with these changes. */
async function findingsWith(changes?: Changes): Promise<string[]> {
  await using course = await writeCourse(changes);
  const loaded = await loadCourse(course.folder);
  return [
    ...(await checkLesson(loaded, 1)),
    ...(await checkLesson(loaded, 2)),
    ...chainEndFindings(loaded, course.project),
  ];
}

const greet = 'course/01-greet';
const ask = 'course/02-ask';

/** A patch of the first lesson's solution. */
function greetingPatch(answer: string, solution = 'hello\n'): string {
  const file = 'apps/shop/greeting.txt';
  return `--- ${file}\n+++ ${file}\n@@ -1 +1 @@\n-${solution}+${answer}`;
}

/** A wrong answer to the first lesson, with the sentence that it should get; what it gets is “Say hello.” */
function wrongAnswer(answer: string, says: string): Changes {
  return {
    [`${greet}/wrong/rude.patch`]: greetingPatch(answer),
    [`${greet}/lesson.ts`]: [
      'after: { passes: true, because: /hello/ },\n    },\n  ],',
      `after: { passes: true, because: /hello/ },
      mistakes: [{ output: /go away/, says: 'Say hello.' }],
    },
  ],
  wrong: { rude: { task: 'greet', says: '${says}' } },`,
    ],
  };
}

describe('The check of a course', () => {
  it('finds no problem in a correct course', async () => {
    expect(await findingsWith()).toEqual([]);
  });

  it('finds none with answers that are judged as they should be', async () => {
    const rude = wrongAnswer('go away\n', 'Say hello.');
    expect(
      await findingsWith({ ...rude, [`${greet}/also-right/warm.patch`]: greetingPatch('hello, friend\n') }),
    ).toEqual([]);
  });

  const broken: Record<string, [Changes, RegExp]> = {
    'a start that is done already': [
      { [`${greet}/start/apps/shop/greeting.txt`]: 'hello, TODO: greet\n' },
      /start, task greet, "make greet": it is done already/,
    ],
    'a start that fails for another reason': [
      { [`${greet}/start/apps/shop/greeting.txt`]: 'TODO: something else\n' },
      /start, task greet, "make greet": It fails as expected, but its output lacks \/TODO: greet\/[^]*\| TODO: something else/,
    ],
    'a start that passes where it should fail': [
      { 'course/workspace/Makefile': ['\t@grep -q hello', '\t@true || grep -q hello'] },
      /start, task greet, "make greet": It passes, but it should fail here/,
    ],
    'a solution that fails': [
      { [`${greet}/solution/apps/shop/greeting.txt`]: 'good evening\n' },
      /solution, task greet, "make greet": It fails with exit code 2/,
    ],
    'a solution that passes without the reason': [
      { [`${greet}/lesson.ts`]: ['because: /hello/', 'because: /hullo/'] },
      /solution, task greet, .* its output lacks \/hullo\//,
    ],
    'a command to run first that fails': [
      { [`${ask}/lesson.ts`]: ["'touch asked'", "'touch nowhere/asked'"] },
      /solution, task contract: "touch nowhere\/asked" fails/,
    ],
    'another contract': [
      { [`${ask}/lesson.ts`]: ["description: 'more stock'", "description: 'less stock'"] },
      /The contract has no interaction “less stock” yet\./,
    ],
    'a wrong answer that is accepted': [
      wrongAnswer('hello, you\n', 'Say hello.'),
      /wrong\/rude is accepted: every task is done with it/,
    ],
    'a wrong answer that gets another sentence': [
      wrongAnswer('go away\n', 'Be kind.'),
      /wrong\/rude does not get “Be kind\.”, but: It fails with exit code 2\. Say hello\./,
    ],
    'a wrong answer to another file': [
      {
        ...wrongAnswer('go away\n', 'Say hello.'),
        [`${greet}/wrong/rude.patch`]: `${greetingPatch('go away\n')}--- /dev/null\n+++ apps/shop/till.txt\n@@ -0,0 +1 @@\n+none\n`,
      },
      /wrong\/rude changes apps\/shop\/till\.txt, which is not among "edits"/,
    ],
    'a wrong answer that the manifest does not know': [
      { [`${greet}/wrong/rude.patch`]: greetingPatch('go away\n') },
      /wrong\/rude is not in "wrong"/,
    ],
    'an answer to an older solution': [
      { [`${greet}/also-right/short.patch`]: greetingPatch('hi\n', 'good day\n') },
      /also-right\/short does not apply to the solution's apps\/shop\/greeting\.txt/,
    ],
    'a right answer that is refused': [
      { [`${greet}/also-right/short.patch`]: greetingPatch('hi\n') },
      /also-right\/short, task greet is not done: It fails with exit code 2/,
    ],
    'a missing TODO marker': [
      { [`${greet}/start/apps/shop/greeting.txt`]: 'what to say?\n' },
      /start of apps\/shop\/greeting\.txt has no TODO marker/,
    ],
    'a marker in a file that is not to be edited': [
      { [`${greet}/start/apps/shop/notes.txt`]: 'TODO: tidy up\n', 'apps/shop/notes.txt': 'TODO: tidy up\n' },
      /start of apps\/shop\/notes\.txt has a TODO marker, but it is not among "edits"/,
    ],
    'a marker that is left in the solution': [
      { [`${greet}/solution/apps/shop/greeting.txt`]: 'hello TODO\n' },
      /solution of apps\/shop\/greeting\.txt still has a TODO marker/,
    ],
    'a file that changes nothing': [
      { [`${ask}/start/apps/shop/greeting.txt`]: 'hello\n' },
      /start\/apps\/shop\/greeting\.txt is the same as before/,
    ],
    'a file of a stage that is the same as at the start': [
      { [`${ask}/halfway/apps/shop/greeting.txt`]: 'hello\n' },
      /halfway\/apps\/shop\/greeting\.txt is the same/,
    ],
    'a change that "edits" does not name': [
      { [`${greet}/solution/apps/shop/more.txt`]: 'more\n' },
      /solution changes apps\/shop\/more\.txt, which is not among "edits"/,
    ],
    'an edit that the solution does not make': [
      { [`${greet}/lesson.ts`]: ['edits: [', "edits: ['apps/shop/other.txt', "] },
      /"edits" has apps\/shop\/other\.txt, which the solution does not change/,
    ],
    'a file that no text links to': [{ [`${greet}/old.svg`]: '<svg />' }, /old\.svg is unused/],
    'a folder that is not a stage': [
      { [`${greet}/solutions/apps/shop/greeting.txt`]: 'hi' },
      /solutions is unused/,
    ],
    'a link to nothing': [
      { [`${greet}/README.md`]: ['shop.svg', 'stall.svg'] },
      /README\.md: it links to stall\.svg/,
    ],
    'a text without the command': [
      { [`${greet}/README.md`]: '# Greet\n\n![A shop](shop.svg)\n\n```console\n$ ls apps\nshop\n```\n' },
      /README\.md: it does not mention "make greet"/,
    ],
    'a text without output': [
      { [`${greet}/README.md`]: '# Greet\n\n![A shop](shop.svg) make greet\n' },
      /README\.md: it shows no console output/,
    ],
    'a drifted console block': [
      { [`${greet}/README.md`]: ['\nhello\n', '\nhello, shop\n'] },
      /README\.md, solution, "\$ make greet": "hello, shop" is shown where "hello" is printed/,
    ],
    'a drifted console block of the start': [
      { [`${greet}/README.md`]: ['\nTODO: greet\n…', '\nTODO: greet'] },
      /README\.md, start, "\$ make greet": "make: .*" is printed after the last line that is shown/,
    ],
    'a drifted block of a command that no task has': [
      { [`${ask}/README.md`]: ['\nasked\n', '\nnothing\n'] },
      /README\.md, solution, "\$ ls asked": "nothing" is shown where "asked" is printed/,
    ],
    'a block from an unknown stage': [
      { [`${greet}/README.md`]: ['console start', 'console before'] },
      /a console block is from "before", but the stages are start, solution/,
    ],
    'a block without a command': [
      { [`${greet}/README.md`]: ['$ make greet\nhello', 'hello'] },
      /A console block begins with "hello"/,
    ],
    'a translation that does not fit': [
      { [`${greet}/README.de.md`]: '# Grüßen\n\n```console\n$ make greet\nhallo\n```\n' },
      /README\.de\.md: its code blocks differ from those of README\.md/,
    ],
    'type errors': [
      {
        'course/workspace/package.json': '{ "type": "module" }',
        [`${greet}/start/apps/shop/src/shop.ts`]: 'export const open: boolean = 1;\n',
      },
      /The solution has type errors\.\n *\| apps\/shop\/src\/shop\.ts\(1,14\): error TS2322/,
    ],
    'a last solution that differs from the project': [
      { 'apps/shop/greeting.txt': 'hello, and welcome\n' },
      /apps\/shop\/greeting\.txt differs from the project's; it comes from .*01-greet\/solution/,
    ],
    'a file of the project that no lesson adds': [
      { 'apps/shop/till.txt': 'money\n' },
      /apps\/shop\/till\.txt is not added by any lesson/,
    ],
    'a file that is not in the project': [
      { 'apps/shop/farewell.txt': null },
      /apps\/shop\/farewell\.txt is not in the project/,
    ],
  };

  it.each(Object.keys(broken))('finds %s', async (what) => {
    const [changes, finding] = broken[what] ?? [{}, /^$/];
    expect((await findingsWith(changes)).join('\n')).toMatch(finding);
  });
});
