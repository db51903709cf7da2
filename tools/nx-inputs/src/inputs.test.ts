import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describe, expect, it, test } from '@jest/globals';
import { isInput, testInputs, type NxConfiguration, type Project } from './inputs.ts';

const nx: NxConfiguration = {
  namedInputs: {
    workspace: [{ env: 'CI' }, '{workspaceRoot}/package-lock.json'],
    default: ['{projectRoot}/**/*', 'workspace'],
  },
  targetDefaults: { test: { inputs: ['default', '^default'] } },
};
const project = (name: string, dependencies: string[] = [], testInputs?: string[]): Project => ({
  name,
  root: `libs/${name}`,
  dependencies,
  testInputs,
});
const tooling = project('tooling', ['client']);
const all = [tooling, project('client', ['http']), project('http', ['client']), project('broker')];

describe('The inputs of a test target', () => {
  it('are its own files, those of all that it depends on, and what is named', () => {
    expect(testInputs(tooling, all, nx)).toEqual([
      'libs/tooling/**/*',
      'package-lock.json',
      'libs/client/**/*',
      'package-lock.json',
      'libs/http/**/*',
      'package-lock.json',
    ]);
  });

  it('are those that the project declares, where it does', () => {
    const declared = project('papers', ['client'], ['default', '{workspaceRoot}/docs/*.md']);
    expect(testInputs(declared, all, nx)).toEqual(['libs/papers/**/*', 'package-lock.json', 'docs/*.md']);
  });

  it('have to be understood', () => {
    const declared = project('papers', [], ['production']);
    expect(() => testInputs(declared, all, nx)).toThrow('papers: the input "production" is not a named one');
    const unknown = { ...declared, testInputs: [{ runtime: 'node -v' } as never] };
    expect(() => testInputs(unknown, all, nx)).toThrow(
      'papers: the input {"runtime":"node -v"} is not known here',
    );
  });

  test.each([
    ['docs/broker.md', true],
    ['docs/decisions/README.md', false],
    ['docs', true],
    ['libs/tooling/src/a/b.ts', true],
    ['libs/tooling/.env/.gitignore', true],
    ['libs/tooling-more/src/a.ts', false],
    ['README.md', false],
  ])('%s: %p', (path, expected) => {
    expect(isInput(path, ['libs/tooling/**/*', 'docs/*.md'])).toBe(expected);
  });
});

describe('A test', () => {
  const glossary = new URL('../../../docs/glossary.md', import.meta.url);
  const architecture = new URL('../../../docs/architecture.md', import.meta.url);
  const refusal = 'docs/architecture.md is read, but is not an input of @pact-workshop/nx-inputs:test';

  it('may read its inputs, and whatever is outside of the workspace', async () => {
    expect(readFileSync(glossary, 'utf8')).toContain('pacticipant');
    expect(await readFile(glossary, 'utf8')).toContain('pacticipant');
    expect(readdirSync(tmpdir())).toBeDefined();
  });

  it('fails when it reads something else', async () => {
    expect(() => readFileSync(architecture, 'utf8')).toThrow(refusal);
    await expect(async () => readFile(architecture)).rejects.toThrow(refusal);
    expect(() => readdirSync(new URL('../../../workshop', import.meta.url))).toThrow('workshop is read, but');
  });
});
