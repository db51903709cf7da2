import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { temporaryDirectory } from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { pact } from '../../test/pact-fixtures.ts';
import { PactFileError } from './errors.ts';
import { readPactFiles } from './pact-file.ts';

it('Pacts are read from files byte for byte, and from folders in the order of their names', async () => {
  await using directory = await temporaryDirectory();
  await mkdir(join(directory.path, 'pacts'));
  for (const name of ['pacts/b.json', 'pacts/a.json', 'other.txt']) {
    await directory.write(name, pact([{ description: name }]));
  }
  await directory.write('pacts/readme.txt', 'no pact');
  const spelled = '{ "consumer":{"name":"C"},"provider":{"name":"P"},"n":1.0 }';
  const file = await directory.write('spelled.json', spelled);
  const read = readPactFiles([file, join(directory.path, 'pacts'), join(directory.path, 'other.txt')]);
  expect(read.map(({ source }) => source)).toEqual(
    ['spelled.json', 'pacts/a.json', 'pacts/b.json', 'other.txt'].map((name) => join(directory.path, name)),
  );
  expect(read[0]?.bytes.toString()).toBe(spelled);
});

it.each([
  ['a file that is not there', 'nowhere.json', /There is no file or folder ".*nowhere\.json"/],
  ['a folder without a pact', 'empty', /There is no pact in .*empty/],
  ['a folder for a pact', 'folders', /Can't read the pact .*sub\.json: EISDIR/],
  ['a file that is not JSON', 'cut.json', /cut\.json is not JSON/],
  ['a file with a byte order mark', 'mark.json', /mark\.json starts with a byte order mark \(of UTF-8\)/],
  ['a file in UTF-16', 'utf-16.json', /utf-16\.json starts with a byte order mark \(of UTF-16\)/],
  ['a file in the other UTF-16', 'be.json', /be\.json starts with a byte order mark \(of UTF-16 BE\)/],
  ['a file that is not a pact', 'none.json', /none\.json is not a pact/],
])('The error names %s', async (_, name, message) => {
  await using directory = await temporaryDirectory();
  await mkdir(join(directory.path, 'empty'));
  await mkdir(join(directory.path, 'folders/sub.json'), { recursive: true });
  await directory.write('empty/readme.txt', '');
  await directory.write('cut.json', '{"consumer":');
  await directory.write('none.json', '{}');
  const marked = `\uFEFF${JSON.stringify(pact([{ description: 'a' }]))}`;
  await directory.write('mark.json', marked);
  const utf16 = Buffer.from(marked, 'utf16le');
  await writeFile(join(directory.path, 'utf-16.json'), utf16);
  await writeFile(join(directory.path, 'be.json'), Buffer.from(utf16).swap16());
  const reading = () => readPactFiles([join(directory.path, name)]);
  expect(reading).toThrow(PactFileError);
  expect(reading).toThrow(message);
});
