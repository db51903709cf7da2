import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Files } from './learner-files.ts';
import { findSaved, saveAside, savedWork } from './saved-work.ts';

const filesOf = (files: Record<string, string>): Files =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
const about = { lesson: '02-unit-test', before: 'reset', at: '2026-03-01T10:00:00.000Z' };

describe('Work saved aside', () => {
  let savedDir: string;
  beforeEach(() => {
    savedDir = join(mkdtempSync(join(tmpdir(), 'workshop-saved-')), '.saved');
  });
  afterEach(() => rmSync(join(savedDir, '..'), { recursive: true, force: true }));

  it('comes back as it was, folders and all', () => {
    const files = filesOf({ 'apps/a/src/main.ts': 'one\n', 'notes.md': 'zwei 😀' });
    const { name } = saveAside(savedDir, files, about);
    expect(name).toBe('2026-03-01T10-00-00_02-unit-test');
    expect(findSaved(savedDir)).toEqual({ work: { name, ...about }, files });
  });

  it('is never written over, also twice within a second', () => {
    const first = saveAside(savedDir, filesOf({ 'a.ts': 'first' }), about);
    const second = saveAside(savedDir, filesOf({ 'a.ts': 'second' }), about);
    expect(savedWork(savedDir)).toEqual([first, second]);
    expect(findSaved(savedDir, first.name).files.get('a.ts')?.toString()).toBe('first');
    expect(findSaved(savedDir).work).toEqual(second);
  });

  it('that does not exist is told with what there is', () => {
    expect(() => findSaved(savedDir)).toThrow('Nothing was saved aside yet');
    const { name } = saveAside(savedDir, filesOf({ 'a.ts': '' }), about);
    expect(() => findSaved(savedDir, 'other')).toThrow(name);
  });
});
