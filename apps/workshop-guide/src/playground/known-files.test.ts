import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KnownFiles } from './known-files.ts';
import type { Files } from './learner-files.ts';

const filesOf = (files: Record<string, string>): Files =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

describe("The learner's own work", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-own-work-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is what was changed or added since the layout', () => {
    const file = join(folder, 'laid-out.json');
    new KnownFiles().add(filesOf({ 'same.ts': '1', 'changed.ts': '1', 'gone.ts': '1' })).write(file);
    const present = filesOf({ 'same.ts': '1', 'changed.ts': '2', 'new.ts': '1' });
    expect(KnownFiles.read(file).ownWork(present)).toEqual(['changed.ts', 'new.ts']);
  });

  it('does not include files of earlier layouts, interrupted ones included', () => {
    const [before, half] = [join(folder, 'before.json'), join(folder, 'half.json')];
    new KnownFiles().add(filesOf({ 'a.ts': '1', 'b.ts': '1' })).write(before);
    new KnownFiles()
      .add(filesOf({ 'a.ts': '2' }))
      .add(filesOf({ 'a.ts': '3' }))
      .write(half);
    const known = KnownFiles.read(before, half);
    for (const text of ['1', '2', '3']) expect(known.ownWork(filesOf({ 'a.ts': text }))).toEqual([]);
    expect(known.ownWork(filesOf({ 'a.ts': '4', 'b.ts': '2' }))).toEqual(['a.ts', 'b.ts']);
  });

  it('is everything when the laid out files are not known', () => {
    const file = join(folder, 'damaged.json');
    writeFileSync(file, '{');
    expect(KnownFiles.read(join(folder, 'nowhere.json'), file).ownWork(filesOf({ 'a.ts': '1' }))).toEqual([
      'a.ts',
    ]);
  });
});
