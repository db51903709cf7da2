import { mkdir, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PactToolingError } from '@pact-workshop/broker-client';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { writeWhole } from './write-whole.ts';

describe('A report', () => {
  it('is written into new folders, and replaces an older one', async () => {
    await using directory = await temporaryDirectory();
    const file = join(directory.path, 'a/b/report.json');
    for (const content of ['an older and longer one', 'new']) writeWhole(file, content);
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(join(directory.path, 'a/b'))).toEqual(['report.json']);
  });

  it.each([
    ['a folder stands in its place', 'taken', /Can't write .*taken: EISDIR/],
    ['its folder is a file', 'file/report.json', /Can't write .*file\/report\.json: (EEXIST|ENOTDIR)/],
  ])('that can’t be written leaves no file: %s', async (_, name, message) => {
    await using directory = await temporaryDirectory();
    await mkdir(join(directory.path, 'taken'));
    await directory.write('file', 'as it was');
    const writing = () => writeWhole(join(directory.path, name), 'new');
    expect(writing).toThrow(PactToolingError);
    expect(writing).toThrow(message);
    expect((await readdir(directory.path)).sort()).toEqual(['file', 'taken']);
    expect(await readFile(join(directory.path, 'file'), 'utf8')).toBe('as it was');
  });

  it('does not change the older one for a reader', async () => {
    await using directory = await temporaryDirectory();
    const file = await directory.write('report.json', 'an older and longer one');
    await using reader = await open(file);
    writeWhole(file, 'new');
    expect(await reader.readFile('utf8')).toBe('an older and longer one');
  });
});
