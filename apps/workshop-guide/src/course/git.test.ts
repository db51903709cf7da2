import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { committedFiles, commitEverything, makeRepository } from './git.ts';

describe('A commit of everything', () => {
  let folder: string;
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workshop-git-'));
    await makeRepository(folder);
    await write('greeting.txt', 'hello');
    await commitEverything(folder, 'Start');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is not made without changes, even when a file is written while git compares', async () => {
    // git runs this filter for the file that it has to read again.
    await appendFile(
      join(folder, '.git/config'),
      '[filter "meanwhile"]\n\tclean = "echo > later.txt; cat"\n',
    );
    await write('.git/info/attributes', 'greeting.txt filter=meanwhile\n');
    await write('greeting.txt', 'hello');
    await commitEverything(folder, 'Start again');
    expect(await committedFiles(folder)).toEqual(['greeting.txt']);
  });

  it('contains added, changed and deleted files', async () => {
    await write('name.txt', 'Mary');
    await commitEverything(folder, 'Second');
    await rm(join(folder, 'greeting.txt'));
    await commitEverything(folder, 'Third');
    expect(await committedFiles(folder)).toEqual(['name.txt']);
  });
});
