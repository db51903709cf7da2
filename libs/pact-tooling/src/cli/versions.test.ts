import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import type { TestCommandLine } from '../../test/command-line.ts';
import { commandsHere } from '../../test/commands-here.ts';

let broker: RunningBroker;
let cli: TestCommandLine;
beforeAll(async () => {
  broker = await startBroker();
  cli = await commandsHere(broker.url);
});
afterAll(async () => {
  await cli[Symbol.asyncDispose]();
  await broker.close();
});
const run = (line: string, env?: Record<string, string>) => cli.run(line.split(' ').filter(Boolean), env);
const numberOf = async (line: string) =>
  (JSON.parse((await run(`describe-version -a Shop ${line} -o json`)).stdout) as { number: string }).number;

describe('The command create-version-tag', () => {
  it('puts tags on a version, which it creates only if asked to', async () => {
    const refused = await run('create-version-tag -a Shop -e 1 -t a');
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('no version 1 of Shop') as unknown,
    });
    const create = 'create-version-tag -a Shop --auto-create-version';
    expect((await run(`${create} -e 1 -t a -t b`)).stdout).toBe('✅ Tagged version 1 of Shop with a, b\n');
    expect((await run(`${create} -t c`, { VERSION_COMMIT: '2' })).stdout).toContain(
      'version 2 of Shop with c',
    );
    expect((await run('create-version-tag -a Shop -e 1 -t d')).code).toBe(0);
    expect((await run('create-version-tag -a Shop -e 1')).code).toBe(1);
  });
});

describe('The command describe-version', () => {
  it('finds a version by its number, the latest, and the latest with a tag', async () => {
    expect(await numberOf('-e 1')).toBe('1');
    expect(await numberOf('')).toBe('2');
    expect(await numberOf('-l')).toBe('2');
    expect(await numberOf('-l a')).toBe('1');
    expect(await numberOf('-l c')).toBe('2');
    expect(await run('describe-version -a Shop -l nothing')).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('The command create-environment', () => {
  it.each([
    ['--name a', { name: 'a', displayName: 'A', production: false }],
    ['--name b --production', { name: 'b', displayName: 'B', production: true }],
    ['--name c --display-name See', { name: 'c', displayName: 'See', production: false }],
  ])('creates an environment with %s', async (options, environment) => {
    const { code, stdout } = await run(`create-environment ${options} -o json`);
    expect(code).toBe(0);
    const { uuid } = JSON.parse(stdout) as { uuid: string };
    expect(await (await fetch(`${broker.url}/environments/${uuid}`)).json()).toMatchObject(environment);
  });

  it('fails if the name exists', async () => {
    expect((await run('create-environment --name test')).code).toBe(1);
  });
});
