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
import { writeWhole } from './write-whole.ts';

describe('A file that is written whole', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-write-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves whoever reads the old content with the old content, to its end', () => {
    const file = join(folder, 'progress.json');
    writeFileSync(file, 'the old content');
    const reader = openSync(file, 'r');
    writeWhole(file, 'new');
    expect(readFileSync(reader, 'utf8')).toBe('the old content');
    closeSync(reader);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['progress.json']);
  });

  it('makes the folders that it lies in', () => {
    writeWhole(join(folder, 'a/b/c.txt'), 'c');
    expect(readFileSync(join(folder, 'a/b/c.txt'), 'utf8')).toBe('c');
  });

  it('leaves nothing half written where it can not be written', () => {
    mkdirSync(join(folder, 'taken/by-a-folder'), { recursive: true });
    expect(() => writeWhole(join(folder, 'taken'), 'text')).toThrow('taken');
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
