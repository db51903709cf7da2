import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '@pact-workshop/broker-client/test/http-server.ts';
import type { TestCommandLine } from '../../test/command-line.ts';
import { commandsHere } from '../../test/commands-here.ts';

const side = (name: string, number: string) => ({ name, version: { number } });
const row = { consumer: side('A', '1'), provider: side('Z', '1'), verificationResult: { success: true } };
/** The verdicts of the next answers; the last one stays. */
let verdicts: (boolean | null)[] = [true];
let asked: string[] = [];
let server: TestServer;
let cli: TestCommandLine;
beforeAll(async () => {
  server = await startServer((request, response) => {
    asked.push(decodeURIComponent(request.url ?? ''));
    const deployable = verdicts.length > 1 ? verdicts.shift() : verdicts[0];
    response
      .writeHead(200, { 'Content-Type': 'application/hal+json' })
      .end(JSON.stringify({ matrix: [row], summary: { deployable }, _embedded: { environments: [] } }));
  });
  cli = await commandsHere(server.url);
});
afterAll(async () => {
  await cli[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
beforeEach(() => {
  asked = [];
  verdicts = [true];
});

const ask = (line: string, env?: Record<string, string>) => cli.run(line.split(' '), env);

describe('The query of', () => {
  it.each([
    [
      'can-i-deploy -a A -e 1 --ignore B -e 2',
      'q[][pacticipant]=A&q[][version]=1&ignore[][pacticipant]=B&ignore[][version]=2&latest=true&latestby=cvp',
    ],
    [
      'can-i-deploy -a A -e 1 -a B -e 2 -a C -l dev',
      'q[][pacticipant]=A&q[][version]=1&q[][pacticipant]=B&q[][version]=2&q[][pacticipant]=C&q[][latest]=true&q[][tag]=dev&latestby=cvpv',
    ],
    [
      'can-i-deploy -a A --branch main --to-environment prod',
      'q[][pacticipant]=A&q[][latest]=true&q[][branch]=main&environment=prod&latestby=cvpv',
    ],
    [
      'can-i-deploy -a A --main-branch --to prod',
      'q[][pacticipant]=A&q[][latest]=true&q[][mainBranch]=true&tag=prod&latest=true&latestby=cvp',
    ],
    ['can-i-deploy -a A -l', 'q[][pacticipant]=A&q[][latest]=true&latest=true&latestby=cvp'],
    ['can-i-deploy -a A', 'q[][pacticipant]=A&q[][version]=checked-out&latest=true&latestby=cvp'],
    [
      'can-i-deploy -a A --ignore B',
      'q[][pacticipant]=A&q[][version]=checked-out&ignore[][pacticipant]=B&latest=true&latestby=cvp',
    ],
    [
      'can-i-merge -a A -e 1 --ignore B -e 2',
      'q[][pacticipant]=A&q[][version]=1&ignore[][pacticipant]=B&ignore[][version]=2&mainBranch=true&latest=true&latestby=cvp',
    ],
  ])('%s', async (line, query) => {
    const checkLive = line.includes('--to-environment') ? ' --no-check-live-versions' : '';
    const { code } = await ask(line + checkLive, { VERSION_COMMIT: 'checked-out' });
    expect(code).toBe(0);
    expect(asked).toEqual([`/matrix?${query}`]);
  });
});

it('The live versions of an environment are checked unless that is turned off', async () => {
  const line = 'can-i-deploy -a A -e 1 --to-environment prod';
  expect(await ask(line)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no environment') as unknown,
  });
  expect(asked.at(-1)).toBe('/environments');
  expect((await ask(`${line} --no-check-live-versions`)).code).toBe(0);
});

describe.each(['can-i-deploy', 'can-i-merge'])('%s', (command) => {
  it.each([
    [true, 0, ''],
    [false, 1, ''],
    [null, 1, ''],
    [true, 0, ' --dry-run'],
    [false, 0, ' --dry-run'],
    [null, 0, ' --dry-run'],
  ])('exits for %s with %i%s', async (verdict, code, more) => {
    for (const output of ['table', 'json']) {
      verdicts = [verdict];
      const ended = await ask(`${command} -a A -e 1 -o ${output}${more}`);
      expect(ended.code).toBe(code);
      expect(ended.stderr !== '').toBe(more !== '' && verdict !== true);
    }
  });

  it('waits for missing results as often as given, and reports it', async () => {
    verdicts = [null, null, true];
    const again = `${command} -a A -e 1 --retry-interval 0 --retry-while-unknown`;
    const { code, stderr } = await ask(`${again} 2`);
    expect(code).toBe(0);
    expect(stderr).toMatch(/\(1 of 2\)\n.*\(2 of 2\)\n$/);
    verdicts = [null, null, true];
    expect((await ask(`${again} 1`)).code).toBe(1);
  });

  it.each([
    ['-a A -e 1 --colour red', "unknown option '--colour'"],
    ['-a A -e 1 --retry-while-unknown -1', 'a whole number is expected'],
    ['-a A -e 1 --retry-interval 0.5', 'a whole number is expected'],
    ['-a A -e 1 -o xml', "argument 'xml' is invalid"],
    ['-e 1', 'Give a pacticipant'],
  ])('exits with 2 for %s', async (options, message) => {
    const { code, stderr } = await ask(`${command} ${options}`);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(asked).toEqual([]);
  });

  it('prints its help, and exits with 0', async () => {
    const { code, stdout } = await ask(`${command} --help`);
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'exit code 0: yes, 1: no, or results are missing, 2: no',
    );
  });
});

describe('The variable for a dry run', () => {
  it.each([
    ['', 1],
    ['true', 0],
    ['false', 1],
    ['yes', 2],
    ['TRUE', 2],
    ['1', 2],
  ])('with "%s" makes a no exit with %i', async (value, code) => {
    verdicts = [false];
    const ended = await ask('can-i-deploy -a A -e 1', { PACT_BROKER_CAN_I_DEPLOY_DRY_RUN: value });
    expect(ended.code).toBe(code);
  });
});
