import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '../config/index.ts';
import { ExpectedError } from '../expected-error.ts';
import { fail } from './fail.ts';

const thisFile = fileURLToPath(import.meta.url);

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
const fault = new TypeError('x is not a function');
const noFile = errorOf(() => readFileSync('/no/such/file'));
const noDatabase = errorOf(() => new DatabaseSync(thisFile).exec('SELECT 1 FROM sqlite_schema'));
const noTable = errorOf(() => new DatabaseSync(':memory:').exec('SELECT 1 FROM nowhere'));

describe('A command that fails', () => {
  const { error } = console;
  let said: string;
  beforeEach(() => {
    said = '';
    console.error = (text: string) => void (said += `${text}\n`);
  });
  afterEach(() => {
    console.error = error;
    process.exitCode = undefined;
  });

  it.each<[string, unknown, string]>([
    ['of a mistake', new ExpectedError('no such thing'), 'no such thing'],
    ['of a setting', new ConfigurationError(['no such port']), 'no such port'],
    ['of a file', noFile, "ENOENT: no such file or directory, open '/no/such/file'"],
    ['of a file, in our words', new ExpectedError('no settings', { cause: noFile }), 'no settings'],
    ['of a file that is no database', noDatabase, 'file is not a database'],
  ])('because %s says so in one line', (_, thrown, words) => {
    fail(thrown);
    expect(said).toBe(`embedded-broker: ${words}\n`);
    expect(process.exitCode).toBe(1);
  });

  it.each<[string, unknown, RegExp]>([
    ['', fault, /^embedded-broker: x is not a function\nTypeError: x is not a function\n {4}at /],
    [
      'that was put into words',
      new ExpectedError("Can't open a", { cause: fault }),
      /^embedded-broker: Can't open a\n(.*\n)*.*\[cause\]: TypeError: x is not a function\n +at /,
    ],
    ['in a statement', noTable, /^embedded-broker: no such table: nowhere\nError: .*\n {4}at /],
    ['that is no error', 'text', /^embedded-broker: text\n'text'\n$/],
  ])('by a fault of the program %s shows where', (_, thrown, words) => {
    fail(thrown);
    expect(said).toMatch(words);
    expect(process.exitCode).toBe(1);
  });
});
