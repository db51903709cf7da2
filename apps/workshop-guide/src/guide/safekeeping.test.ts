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
import { locationsOf, savedWork, type Files, type Locations } from '../playground/index.ts';
import { Safekeeping } from './safekeeping.ts';

const filesOf = (files: Record<string, string>): Files =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

describe('The keeping of what a learner wrote', () => {
  let folder: string;
  let at: Locations;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-safekeeping-'));
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
  const layout = (command = 'start') => new Safekeeping(at, command, ['01-before', '02-after']);
  const layOut = (files: Record<string, string>) => {
    const safe = layout();
    safe.begin();
    safe.keep(filesOf(files));
    write(files);
    safe.end(filesOf(files));
    return safe.saved;
  };
  const copies = () =>
    savedWork(at.savedDir).map(({ name, lesson }) => {
      const files = join(at.savedDir, name, 'files');
      const texts = readdirSync(files).map((file) => `${file}: ${readFileSync(join(files, file), 'utf8')}`);
      return [lesson, ...texts];
    });

  it('saves nothing that was laid out, however often', () => {
    for (const text of ['one', 'two', 'one']) expect(layOut({ 'a.txt': text })).toEqual([]);
  });

  it('saves all files together, also those that stayed as they were, and says before which command', () => {
    layOut({ 'a.txt': 'laid out', 'b.txt': 'laid out' });
    write({ 'a.txt': 'mine' });
    const safe = layout('solve');
    safe.begin();
    safe.keep(filesOf({ 'a.txt': 'new' }));
    expect(copies()).toEqual([['01-before', 'a.txt: mine', 'b.txt: laid out']]);
    expect(safe.saved).toEqual([expect.objectContaining({ before: 'solve', lesson: '01-before' })]);
  });

  it('files under the lesson before what was there, and under the new one what came meanwhile, each once', () => {
    layOut({ 'a.txt': 'laid out' });
    write({ 'a.txt': 'before' });
    const safe = layout();
    safe.begin();
    safe.keep(filesOf({ 'a.txt': 'base' }));
    safe.keep(filesOf({ 'a.txt': 'base' }));
    expect(copies()).toHaveLength(1);
    write({ 'a.txt': 'meanwhile' });
    safe.keep(filesOf({ 'a.txt': 'start' }));
    expect(copies()).toEqual([
      ['01-before', 'a.txt: before'],
      ['02-after', 'a.txt: meanwhile'],
    ]);
  });

  describe('after a layout that was cut off', () => {
    it.each<[string, (safe: Safekeeping) => void]>([
      ['as it began', () => undefined],
      ['before a file was written', (safe) => safe.keep(filesOf({ 'a.txt': 'new' }))],
      [
        'with a part of the files written',
        (safe) => {
          safe.keep(filesOf({ 'a.txt': 'new', 'b.txt': 'new' }));
          write({ 'a.txt': 'new' });
        },
      ],
      [
        'in its second half',
        (safe) => {
          safe.keep(filesOf({ 'a.txt': 'new', 'b.txt': 'new' }));
          write({ 'a.txt': 'new', 'b.txt': 'new' });
          safe.keep(filesOf({ 'a.txt': 'newer' }));
          write({ 'a.txt': 'newer' });
        },
      ],
    ])('takes nothing of what was laid out for the learner’s: %s', (_, goOn) => {
      layOut({ 'a.txt': 'old', 'b.txt': 'old' });
      const cutOff = layout();
      cutOff.begin();
      goOn(cutOff);
      expect(existsSync(at.laidOutFile)).toBe(false);
      expect(layOut({ 'a.txt': 'again' })).toEqual([]);
    });

    it('still takes for the learner’s what the learner wrote', () => {
      layOut({ 'a.txt': 'old' });
      const cutOff = layout();
      cutOff.begin();
      write({ 'a.txt': 'mine' });
      expect(layOut({ 'a.txt': 'again' })).toHaveLength(1);
    });
  });

  it('saves the same words again where they are written once more after a layout', () => {
    layOut({ 'a.txt': 'laid out' });
    for (const count of [1, 2]) {
      write({ 'a.txt': 'mine' });
      expect(layOut({ 'a.txt': 'laid out' })).toHaveLength(1);
      expect(copies()).toHaveLength(count);
    }
  });

  it('takes what no layout replaced for the learner’s own for ever', () => {
    layOut({ 'a.txt': 'laid out' });
    write({ 'notes.txt': 'mine' });
    layOut({ 'a.txt': 'laid out' });
    layOut({ 'a.txt': 'laid out' });
    expect(copies()).toEqual(Array(2).fill(['01-before', 'a.txt: laid out', 'notes.txt: mine']));
  });
});
