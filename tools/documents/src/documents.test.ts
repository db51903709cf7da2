import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { brokenReferences, type Repository } from './broken.ts';
import { askProgram, type Program } from './programs.ts';
import { referencesIn } from './references.ts';
import { sectionsOf } from './sections.ts';
import { unparsable } from './snippets.ts';
import { typeErrors } from './type-check.ts';
import { unknownInCommands } from './unknown-commands.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string) => readFileSync(join(top, path), 'utf8');
const { repository: address } = JSON.parse(read('package.json')) as { repository: string };
const repository: Repository = {
  address,
  has: (path) => !path.startsWith('..') && existsSync(join(top, path)),
  read,
};
/** What is installed, built or laid out. */
const exclude = ['**/node_modules', 'dist-*', 'playground', '.{git,nx,workshop,mutants,demo}'];
/** Paths from the top. */
const files = (...patterns: string[]) => globSync(patterns, { cwd: top, exclude }).sort();

// The files of lessons (workshop/) are those of apps/ once more.
const code = files(
  '{apps,libs,tools}/**/*.{ts,tsx,mjs,css,sql,rb,yaml}',
  '{,.}*.mjs',
  '{Makefile,Dockerfile,*.mk,*.yml}',
  '.ci/*',
  '{.github,actions,deploy,gitlab}/**/*.{yaml,yml,service}',
);
const documents = files('**/*.md');
const rules = files('docs/official-broker/*.md').filter((path) => !path.endsWith('README.md'));
/** What `check` finds in each document, with its path in front. */
const inDocuments = (check: (markdown: string, path: string) => string[]) =>
  documents.flatMap((path) => check(read(path), path).map((found) => `${path}:${found}`));

test('there is enough to look at', () => {
  expect(code.length).toBeGreaterThan(500);
  expect(documents.length).toBeGreaterThan(50);
  expect(rules.length).toBeGreaterThan(10);
});

test('every document and section that a comment names is there', () => {
  expect(code.flatMap((path) => brokenReferences(path, repository))).toEqual([]);
});

test('every document and section that a document names is there, and every address has a form', () => {
  expect(documents.flatMap((path) => brokenReferences(path, repository))).toEqual([]);
});

test('the README of a package has no link that needs the repository around it', () => {
  const travelling = ['embedded-broker', 'pact-tooling'].map((name) => `libs/${name}/README.md`);
  const relative = travelling.flatMap((path) =>
    referencesIn(path, read(path)).filter(({ target, isLink }) => isLink && !/^#|^https?:/.test(target)),
  );
  expect(relative).toEqual([]);
});

test('every rule of the official broker tells where it comes from', () => {
  const silent = rules.flatMap((path) =>
    sectionsOf(read(path))
      .filter(({ depth, text }) => depth === 2 && !/^Source: \S/m.test(text))
      .map(({ anchor }) => `${path}#${anchor}`),
  );
  expect(silent).toEqual([]);
});

test('every make target, program, command and option that a document names is there', async () => {
  const bins = {
    'embedded-broker': 'libs/embedded-broker',
    'pact-tooling': 'libs/pact-tooling',
    workshop: 'apps/workshop-guide',
  };
  const asked = await Promise.all(
    Object.entries(bins).map(async ([name, folder]): Promise<[string, Program][]> => {
      const program = await askProgram(join(top, folder, 'bin', `${name}.mjs`));
      return [name, `@pact-workshop/${name}`].map((called) => [called, program]);
    }),
  );
  const known = {
    programs: new Map(asked.flat()),
    isInstalled: (name: string) => existsSync(join(top, 'node_modules/.bin', name)),
  };
  const project = ['Makefile', 'workflow.mk'].map(read).join('\n');
  const playground = `${project}\n${read('workshop/workspace/Makefile')}`;
  const unknown = inDocuments((markdown, path) =>
    unknownInCommands(markdown, { ...known, makefiles: path.startsWith('workshop/') ? playground : project }),
  );
  expect(unknown).toEqual([]);
});

test('every block of JSON, YAML and shell code can be parsed', () => {
  expect(inDocuments(unparsable)).toEqual([]);
});

test('every block of TypeScript in a README and in docs/ passes the type check', () => {
  const checked = documents.filter((path) => /^docs\/|(?:^|\/)README\.md$/.test(path));
  const snippets = checked.map((path) => ({ path, markdown: read(path) }));
  expect(typeErrors(snippets, top)).toEqual([]);
}, 120_000);

test('every clone that a document tells to make is of the address in package.json', () => {
  const clones = documents.flatMap((path) => [...read(path).matchAll(/^\s*(?:\$ )?git clone (\S+)/gm)]);
  expect(clones.length).toBeGreaterThan(0);
  expect(clones.map(([, cloned]) => cloned).filter((cloned) => cloned !== address)).toEqual([]);
});

test('the section of the README that learners are sent to is there', () => {
  const [, section = ''] =
    /section "([^"]+)" of the project's README/.exec(read('apps/workshop-guide/src/guide/next-step.ts')) ??
    [];
  expect(read('README.md')).toContain(`\n## ${section}\n`);
});
