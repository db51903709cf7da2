import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Files } from './learner-files.ts';
import { ownWork, rememberLaidOut } from './own-work.ts';

const filesOf = (files: Record<string, string>): Files =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

describe("The learner's own work", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workshop-own-work-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is what changed or came in addition since the playground was laid out', () => {
    const file = join(folder, 'laid-out.json');
    rememberLaidOut(file, filesOf({ 'same.ts': '1', 'changed.ts': '1', 'gone.ts': '1' }));
    expect(ownWork(file, filesOf({ 'same.ts': '1', 'changed.ts': '2', 'new.ts': '1' }))).toEqual([
      'changed.ts',
      'new.ts',
    ]);
  });

  it('is all there is where nobody knows what was laid out', () => {
    expect(ownWork(join(folder, 'nowhere.json'), filesOf({ 'a.ts': '1' }))).toEqual(['a.ts']);
  });
});
