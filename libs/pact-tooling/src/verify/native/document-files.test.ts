import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, it } from '@jest/globals';
import type { PlannedDocument } from '../plan/index.ts';
import { writeDocuments } from './document-files.ts';

it('Documents are in files that only their user can read, and that are removed afterwards', async () => {
  const texts = ['{"a":1.0}', '{}'];
  let folder: string;
  {
    await using files = await writeDocuments(texts.map((text) => ({ text }) as PlannedDocument));
    expect(await Promise.all(files.paths.map((path) => readFile(path, 'utf8')))).toEqual(texts);
    folder = dirname(files.paths[0]!);
    const modes = await Promise.all([...files.paths, folder].map((path) => stat(path)));
    expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o600, 0o700]);
  }
  expect(existsSync(folder)).toBe(false);
});
