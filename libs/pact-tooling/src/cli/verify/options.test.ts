import { describe, expect, it } from '@jest/globals';
import { Command } from 'commander';
import type { VerifyOptions } from '../../verify/index.ts';
import { withBrokerOptions } from '../common.ts';
import { addVerifyOptions, verifyOptions, type VerifyCommandOptions } from './options.ts';

/** The library's options of a command line, whose words are separated by single spaces. */
function read(line: string, files: readonly string[] = ['pact.json']): VerifyOptions {
  const command = withBrokerOptions(addVerifyOptions(new Command('verify').exitOverride()));
  command.parse(['--provider', 'P', ...(line === '' ? [] : line.split(' '))], { from: 'user' });
  return verifyOptions(command.opts<VerifyCommandOptions>(), files);
}

describe('The command verify takes', () => {
  it.each<[string, Partial<VerifyOptions>]>([
    [
      '',
      {
        provider: 'P',
        files: ['pact.json'],
        publishResults: undefined,
        filter: undefined,
        logLevel: 'error',
      },
    ],
    ['--provider-base-url http://p', { providerBaseUrl: 'http://p' }],
    ['--header A:1 --header B:2 --header A:3', { headers: { A: '3', B: '2' } }],
    [
      '--provider-states-url http://s --messages-url http://m',
      { providerStatesUrl: 'http://s', messagesUrl: 'http://m' },
    ],
    [
      '--transport grpc:5050 --transport other:1',
      {
        transports: [
          { protocol: 'grpc', port: 5050 },
          { protocol: 'other', port: 1 },
        ],
      },
    ],
    [
      '--consumer-version-selector {"mainBranch":true} --consumer-version-selector {"branch":"x"}',
      { selectors: [{ mainBranch: true }, { branch: 'x' }] },
    ],
    ['--publish', { publishResults: true }],
    ['-t x,y -t z', { providerTags: ['x', 'y', 'z'] }],
    ['--build-url http://ci', { buildUrl: 'http://ci' }],
    ['--enable-pending', { enablePending: true, includeWipPactsSince: undefined }],
    [
      '--include-wip-pacts-since 2026-01-02',
      { includeWipPactsSince: '2026-01-02', enablePending: undefined },
    ],
    ['--filter-description ^a', { filter: { description: /^a/, state: undefined, consumer: undefined } }],
    ['--filter-state ^s', { filter: { description: undefined, state: /^s/, consumer: undefined } }],
    ['--filter-no-state', { filter: { description: undefined, state: false, consumer: undefined } }],
    [
      '--filter-consumer A --filter-consumer B',
      { filter: { description: undefined, state: undefined, consumer: ['A', 'B'] } },
    ],
    ['--follow-redirects --allow-no-pacts', { followRedirects: true, allowNoPacts: true }],
    ['--timeout 10', { timeoutMs: 10, stateTimeoutMs: undefined }],
    ['--states-timeout 20', { timeoutMs: undefined, stateTimeoutMs: 20 }],
    ['--log-level debug', { logLevel: 'debug' }],
  ])('%s', (line, options) => {
    expect(read(line)).toMatchObject(options);
  });

  it('a header with usual characters', () => {
    const command = addVerifyOptions(new Command('verify').exitOverride());
    const header = 'X-Api.Key_1:  Bearer a:b, c ';
    command.parse(['--provider', 'P', '--header', header], { from: 'user' });
    expect(verifyOptions(command.opts<VerifyCommandOptions>(), ['pact.json']).headers).toEqual({
      'X-Api.Key_1': 'Bearer a:b, c ',
    });
  });

  it('files, or the pacts of a broker for a version and a branch', () => {
    expect(read('-b http://broker', ['a.json', 'b'])).toMatchObject({ files: ['a.json', 'b'] });
    expect(read('-b http://broker', ['a.json'])).not.toHaveProperty('broker');
    const own = read('-b http://broker -u u -p p --provider-app-version 7 --branch feat', []);
    expect(own).toMatchObject({
      broker: { baseUrl: 'http://broker', username: 'u', password: 'p' },
      providerVersion: '7',
      providerBranch: 'feat',
    });
    expect(own).not.toHaveProperty('files');
  });

  it.each([
    '--filter-state (',
    '--header x',
    '--header a/b:c',
    '--transport grpc',
    '--transport grpc:x',
    '--transport grpc:123456',
    '--consumer-version-selector []',
    '--consumer-version-selector null',
    '--consumer-version-selector {',
    '--timeout -1',
    '--timeout 1s',
    '--log-level loud',
    '--filter-state x --filter-no-state',
  ])('no wrong value: %s', (line) => {
    const write = process.stderr.write.bind(process.stderr);
    process.stderr.write = () => true;
    try {
      expect(() => read(line)).toThrow();
    } finally {
      process.stderr.write = write;
    }
  });
});
