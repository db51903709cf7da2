import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { runCli } from '../../test/cli-process.ts';

it('config lists every setting and where it comes from, without secrets', async () => {
  const env = {
    PACT_BROKER_BASIC_AUTH_USERNAME: 'u',
    PACT_BROKER_BASIC_AUTH_PASSWORD: 'sesame',
    PACT_BROKER_PORRT: '1',
  };
  const { code, stdout, stderr } = await runCli(['config'], { env });
  expect(code).toBe(0);
  expect(stdout).toContain('basic_auth_password=*****  (PACT_BROKER_BASIC_AUTH_PASSWORD)');
  expect(stdout).toContain('port=9292  (default)');
  expect(stderr).toBe(
    'embedded-broker: PACT_BROKER_PORRT is not a setting; did you mean PACT_BROKER_PORT?\n',
  );
  const json = await runCli(['config', '--json'], { env });
  expect(JSON.parse(json.stdout)).toContainEqual({ name: 'port', value: 9292, origin: 'default' });
  expect(stdout + json.stdout).not.toContain('sesame');
});

it('config takes a file of settings, which the environment can name as well', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'embedded-broker-'));
  const [named, given] = [join(directory, 'named.yml'), join(directory, 'given.yml')];
  await writeFile(named, 'port: 1\n');
  await writeFile(given, 'port: 2\n');
  const env = { PACT_BROKER_CONF: named };
  const [byName, byOption] = await Promise.all([
    runCli(['config'], { env }),
    runCli(['config', '--config', given], { env }),
  ]);
  expect(byName.stdout).toContain(`port=1  (port in ${named})`);
  expect(byOption.stdout).toContain(`port=2  (port in ${given})`);
  await rm(directory, { recursive: true });
});
