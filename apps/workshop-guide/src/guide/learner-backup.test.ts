import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { locationsOf, listBackups, type Files, type Locations } from '../playground/index.ts';
import { LearnerBackup } from './learner-backup.ts';

const filesOf = (files: Record<string, string>): Files =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

describe('The backup of the learner’s files', () => {
  let folder: string;
  let at: Locations;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-backup-'));
    at = locationsOf(join(folder, 'playground'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const write = (files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(at.playground, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  };
  const layout = (command = 'start') => new LearnerBackup(at, command, ['01-before', '02-after']);
  const layOut = (files: Record<string, string>) => {
    const backup = layout();
    backup.begin();
    backup.backUp(filesOf(files));
    write(files);
    backup.complete(filesOf(files));
    return backup.backups;
  };
  const copies = () =>
    listBackups(at.backupDir).map(({ name, lesson }) => {
      const files = join(at.backupDir, name, 'files');
      const texts = readdirSync(files).map((file) => `${file}: ${readFileSync(join(files, file), 'utf8')}`);
      return [lesson, ...texts];
    });

  it('backs up no file that was laid out, however often', () => {
    for (const text of ['one', 'two', 'one']) expect(layOut({ 'a.txt': text })).toEqual([]);
  });

  it('backs up all files, unchanged ones included, and names the command', () => {
    layOut({ 'a.txt': 'laid out', 'b.txt': 'laid out' });
    write({ 'a.txt': 'mine' });
    const backup = layout('solve');
    backup.begin();
    backup.backUp(filesOf({ 'a.txt': 'new' }));
    expect(copies()).toEqual([['01-before', 'a.txt: mine', 'b.txt: laid out']]);
    expect(backup.backups).toEqual([expect.objectContaining({ before: 'solve', lesson: '01-before' })]);
  });

  it('assigns existing files to the previous lesson and files written during the layout to the new one, each once', () => {
    layOut({ 'a.txt': 'laid out' });
    write({ 'a.txt': 'before' });
    const backup = layout();
    backup.begin();
    backup.backUp(filesOf({ 'a.txt': 'base' }));
    backup.backUp(filesOf({ 'a.txt': 'base' }));
    expect(copies()).toHaveLength(1);
    write({ 'a.txt': 'meanwhile' });
    backup.backUp(filesOf({ 'a.txt': 'start' }));
    expect(copies()).toEqual([
      ['01-before', 'a.txt: before'],
      ['02-after', 'a.txt: meanwhile'],
    ]);
  });

  describe('after an interrupted layout', () => {
    it.each<[string, (backup: LearnerBackup) => void]>([
      ['at its beginning', () => undefined],
      ['before a file was written', (backup) => backup.backUp(filesOf({ 'a.txt': 'new' }))],
      [
        'with some of the files written',
        (backup) => {
          backup.backUp(filesOf({ 'a.txt': 'new', 'b.txt': 'new' }));
          write({ 'a.txt': 'new' });
        },
      ],
      [
        'in its second half',
        (backup) => {
          backup.backUp(filesOf({ 'a.txt': 'new', 'b.txt': 'new' }));
          write({ 'a.txt': 'new', 'b.txt': 'new' });
          backup.backUp(filesOf({ 'a.txt': 'newer' }));
          write({ 'a.txt': 'newer' });
        },
      ],
    ])('does not count laid out files as the learner’s work: %s', (_, proceed) => {
      layOut({ 'a.txt': 'old', 'b.txt': 'old' });
      const interrupted = layout();
      interrupted.begin();
      proceed(interrupted);
      expect(existsSync(at.laidOutFile)).toBe(false);
      expect(layOut({ 'a.txt': 'again' })).toEqual([]);
    });

    it('counts files that the learner wrote as the learner’s work', () => {
      layOut({ 'a.txt': 'old' });
      const interrupted = layout();
      interrupted.begin();
      write({ 'a.txt': 'mine' });
      expect(layOut({ 'a.txt': 'again' })).toHaveLength(1);
    });
  });

  it('backs up the same content again when it is written again after a layout', () => {
    layOut({ 'a.txt': 'laid out' });
    for (const count of [1, 2]) {
      write({ 'a.txt': 'mine' });
      expect(layOut({ 'a.txt': 'laid out' })).toHaveLength(1);
      expect(copies()).toHaveLength(count);
    }
  });

  it('counts files that no layout replaces as the learner’s own for ever', () => {
    layOut({ 'a.txt': 'laid out' });
    write({ 'notes.txt': 'mine' });
    layOut({ 'a.txt': 'laid out' });
    layOut({ 'a.txt': 'laid out' });
    expect(copies()).toEqual(Array(2).fill(['01-before', 'a.txt: laid out', 'notes.txt: mine']));
  });
});
