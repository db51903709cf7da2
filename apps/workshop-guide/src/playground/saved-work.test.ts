import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  it('within a second is still told by which came last, whatever the lessons are called', () => {
    const later = { ...about, lesson: '01-greet', at: '2026-03-01T10:00:00.500Z' };
    const first = saveAside(savedDir, filesOf({ 'a.ts': 'first' }), about);
    const second = saveAside(savedDir, filesOf({ 'a.ts': 'second' }), later);
    expect(savedWork(savedDir)).toEqual([first, second]);
    expect(findSaved(savedDir).work).toEqual(second);
  });

  it('is only what was saved to the end', () => {
    const whole = saveAside(savedDir, filesOf({ 'a.ts': 'whole' }), about);
    for (const [name, note] of [
      ['9999_cut-off', undefined],
      ['9999_damaged', '{"lesson":'],
    ] as const) {
      mkdirSync(join(savedDir, name, 'files'), { recursive: true });
      if (note !== undefined) writeFileSync(join(savedDir, name, 'saved.json'), note);
    }
    expect(savedWork(savedDir)).toEqual([whole]);
    expect(findSaved(savedDir).work).toEqual(whole);
  });

  it('that does not exist is told with what there is', () => {
    expect(() => findSaved(savedDir)).toThrow('Nothing was saved aside yet');
    const { name } = saveAside(savedDir, filesOf({ 'a.ts': '' }), about);
    expect(() => findSaved(savedDir, 'other')).toThrow(name);
  });
});
