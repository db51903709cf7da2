import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isLearnerPath, learnerFiles, type Files } from './learner-files.ts';
import { replaceFiles } from './replace-files.ts';

const filesOf = (files: Record<string, string>): Files =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

describe("The playground's files", () => {
  let playground: string;
  beforeEach(() => {
    playground = mkdtempSync(join(tmpdir(), 'workshop-playground-'));
  });
  afterEach(() => rmSync(playground, { recursive: true, force: true }));

  it('become exactly the wanted ones; unchanged files are not written', () => {
    replaceFiles(playground, filesOf({ 'apps/a/same.ts': 'same', 'apps/b/old.ts': 'old' }));
    const before = statSync(join(playground, 'apps/a/same.ts')).mtimeMs;
    const wanted = filesOf({ 'apps/a/same.ts': 'same', 'apps/c/new.ts': 'new' });
    expect(replaceFiles(playground, wanted)).toEqual({
      written: ['apps/c/new.ts'],
      removed: ['apps/b/old.ts'],
    });
    expect(learnerFiles(playground)).toEqual(wanted);
    expect(statSync(join(playground, 'apps/a/same.ts')).mtimeMs).toBe(before);
    expect(existsSync(join(playground, 'apps/b'))).toBe(false);
  });

  it('do not include files of commands and editors', () => {
    for (const folder of ['.pact-broker', 'node_modules/x', '.git/x']) {
      mkdirSync(join(playground, folder), { recursive: true });
      writeFileSync(join(playground, folder, 'kept'), '1');
    }
    replaceFiles(playground, filesOf({}));
    expect(readFileSync(join(playground, '.pact-broker/kept'), 'utf8')).toBe('1');
    expect(learnerFiles(playground).size).toBe(0);
    expect(['apps/a.ts~', 'apps/.a.ts.swp', 'apps/4913', 'pacts/a.json'].filter(isLearnerPath)).toEqual([]);
    expect(['.github/workflows/ci.yml', 'apps/a.ts', 'Makefile'].every(isLearnerPath)).toBe(true);
  });

  it('are none when the playground does not exist', () => {
    expect(learnerFiles(join(playground, 'nowhere')).size).toBe(0);
  });
});
