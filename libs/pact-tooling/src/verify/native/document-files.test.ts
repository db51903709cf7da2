import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, it } from '@jest/globals';
import { temporaryDirectory } from '../../../test/pact-fixtures.ts';
import type { PlannedDocument } from '../plan/index.ts';
import { writeDocuments } from './document-files.ts';

it('Documents are in files that only their user reads, and are gone afterwards', async () => {
  await using directory = await temporaryDirectory();
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = directory.path;
  try {
    const texts = ['{"a":1.0}', '{}'];
    await using files = await writeDocuments(texts.map((text) => ({ text }) as PlannedDocument));
    expect(await Promise.all(files.paths.map((path) => readFile(path, 'utf8')))).toEqual(texts);
    const modes = await Promise.all([...files.paths, dirname(files.paths[0]!)].map((path) => stat(path)));
    expect(modes.map(({ mode }) => mode & 0o777)).toEqual([0o600, 0o600, 0o700]);
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  expect(await readdir(directory.path)).toEqual([]);
});
