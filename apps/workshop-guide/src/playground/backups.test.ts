import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Files } from './learner-files.ts';
import { findBackup, listBackups, writeBackup } from './backups.ts';

const filesOf = (files: Record<string, string>): Files =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
const about = { lesson: '02-unit-test', before: 'reset', at: '2026-03-01T10:00:00.000Z' };

describe('A backup', () => {
  let backupDir: string;
  beforeEach(() => {
    backupDir = join(mkdtempSync(join(tmpdir(), 'workshop-backups-')), 'saved');
  });
  afterEach(() => rmSync(join(backupDir, '..'), { recursive: true, force: true }));

  it('restores all files as they were, folders included', () => {
    const files = filesOf({ 'apps/a/src/main.ts': 'one\n', 'notes.md': 'zwei 😀' });
    const { name } = writeBackup(backupDir, files, about);
    expect(name).toBe('2026-03-01T10-00-00_02-unit-test');
    expect(findBackup(backupDir)).toEqual({ backup: { name, ...about }, files });
  });

  it('is never overwritten, not even by a second backup within the same second', () => {
    const first = writeBackup(backupDir, filesOf({ 'a.ts': 'first' }), about);
    const second = writeBackup(backupDir, filesOf({ 'a.ts': 'second' }), about);
    expect(listBackups(backupDir)).toEqual([first, second]);
    expect(findBackup(backupDir, first.name).files.get('a.ts')?.toString()).toBe('first');
    expect(findBackup(backupDir).backup).toEqual(second);
  });

  it('is ordered by time, not by name, within the same second', () => {
    const later = { ...about, lesson: '01-greet', at: '2026-03-01T10:00:00.500Z' };
    const first = writeBackup(backupDir, filesOf({ 'a.ts': 'first' }), about);
    const second = writeBackup(backupDir, filesOf({ 'a.ts': 'second' }), later);
    expect(listBackups(backupDir)).toEqual([first, second]);
    expect(findBackup(backupDir).backup).toEqual(second);
  });

  it('is not listed when it is incomplete or damaged', () => {
    const complete = writeBackup(backupDir, filesOf({ 'a.ts': 'complete' }), about);
    for (const [name, description] of [
      ['9999_incomplete', undefined],
      ['9999_damaged', '{"lesson":'],
    ] as const) {
      mkdirSync(join(backupDir, name, 'files'), { recursive: true });
      if (description !== undefined) writeFileSync(join(backupDir, name, 'saved.json'), description);
    }
    expect(listBackups(backupDir)).toEqual([complete]);
    expect(findBackup(backupDir).backup).toEqual(complete);
  });

  it('that does not exist is reported with the names of the existing ones', () => {
    expect(() => findBackup(backupDir)).toThrow('There are no backups yet');
    const { name } = writeBackup(backupDir, filesOf({ 'a.ts': '' }), about);
    expect(() => findBackup(backupDir, 'other')).toThrow(name);
  });
});
