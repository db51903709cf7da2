import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeAtomically } from './write-atomically.ts';

describe('A file that is written atomically', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-write-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('does not change for a reader that has the old content open', () => {
    const file = join(folder, 'progress.json');
    writeFileSync(file, 'the old content');
    const reader = openSync(file, 'r');
    writeAtomically(file, 'new');
    expect(readFileSync(reader, 'utf8')).toBe('the old content');
    closeSync(reader);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['progress.json']);
  });

  it('gets the folders that it needs', () => {
    writeAtomically(join(folder, 'a/b/c.txt'), 'c');
    expect(readFileSync(join(folder, 'a/b/c.txt'), 'utf8')).toBe('c');
  });

  it('leaves no temporary file when it can’t be written', () => {
    mkdirSync(join(folder, 'taken/by-a-folder'), { recursive: true });
    expect(() => writeAtomically(join(folder, 'taken'), 'text')).toThrow('taken');
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
