import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { brokenReferences, type Repository } from './broken.ts';
import { sectionsOf } from './sections.ts';

const top = fileURLToPath(new URL('../../..', import.meta.url));
const repository: Repository = {
  has: (path) => !path.startsWith('..') && existsSync(join(top, path)),
  read: (path) => readFileSync(join(top, path), 'utf8'),
};
/** Paths from the top. The files of lessons (workshop/) are those of apps/ once more. */
const files = (...patterns: string[]) =>
  globSync(patterns, { cwd: top, exclude: ['**/node_modules'] }).sort();

const code = files(
  '{apps,libs,tools}/**/*.{ts,tsx,mjs,css,sql,rb,yaml}',
  '{,.}*.mjs',
  'Makefile',
  '*.mk',
  '.ci/*',
);
const documents = files('*.md', 'docs/**/*.md', '{apps,libs,tools,findings}/**/*.md');
const rules = files('docs/official-broker/*.md').filter((path) => !path.endsWith('README.md'));

test('there is enough to look at', () => {
  expect(code.length).toBeGreaterThan(500);
  expect(documents.length).toBeGreaterThan(20);
  expect(rules.length).toBeGreaterThan(10);
});

test('every document and section that a comment names is there', () => {
  expect(code.flatMap((path) => brokenReferences(path, repository))).toEqual([]);
});

test('every document and section that a document names is there', () => {
  expect(documents.flatMap((path) => brokenReferences(path, repository))).toEqual([]);
});

test('every rule of the official broker tells where it comes from', () => {
  const silent = rules.flatMap((path) =>
    sectionsOf(repository.read(path))
      .filter(({ depth, text }) => depth === 2 && !/^Source: \S/m.test(text))
      .map(({ anchor }) => `${path}#${anchor}`),
  );
  expect(silent).toEqual([]);
});
