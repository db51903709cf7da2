import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PactToolingError } from '@pact-workshop/broker-client';
import { runCommand } from './run-command.ts';

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

  it.each<[string, Error, object, number | undefined, RegExp]>([
    [
      'because of its user prints a message',
      new PactToolingError('no such thing'),
      {},
      undefined,
      /^❌ no such thing\n$/,
    ],
    [
      'because of its user may have another exit code',
      new PactToolingError('no such thing'),
      {},
      2,
      /^❌ no such thing\n$/,
    ],
    [
      'because of its user prints the stack if asked for',
      new PactToolingError('no such thing'),
      { verbose: true },
      undefined,
      /^❌ no such thing\n.*\n {4}at /,
    ],
    [
      'because of a fault in the program prints the stack',
      new TypeError('x is not'),
      {},
      undefined,
      /^❌ x is not\n.*\n {4}at /,
    ],
  ])('%s', async (_, thrown, options, exitCode, words) => {
    await runCommand(options, () => Promise.reject(thrown), exitCode);
    expect(said).toMatch(words);
    expect(process.exitCode).toBe(exitCode ?? 1);
  });
});

describe('The exit code of a command', () => {
  afterEach(() => {
    process.exitCode = undefined;
  });

  it.each([
    [undefined, undefined],
    [0, undefined],
    [1, 1],
    [130, 130],
  ])('is what its work returns: %s', async (returned, exitCode) => {
    await runCommand({}, () => Promise.resolve(returned));
    expect(process.exitCode).toBe(exitCode);
  });
});
