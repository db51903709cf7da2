import { expect, it } from '@jest/globals';
import { runCli, startCli } from '../../test/cli-process.ts';
import { startBroker } from '../../test/start-broker.ts';

const portOf = (url: string) => new URL(url).port;

it('health is 0 for a broker that answers, and says where', async () => {
  await using started = await startCli(':memory:');
  expect(await runCli(['health', '--port', portOf(started.url)])).toEqual({
    code: 0,
    stdout: `The broker at ${started.url} is well.\n`,
    stderr: '',
  });
});

it('health is 1 where nothing answers, with the reason in a line', async () => {
  expect(await runCli(['health', '--port', '1'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'embedded-broker: no broker answers at http://127.0.0.1:1: connect ECONNREFUSED 127.0.0.1:1\n',
  });
});

it('health asks the broker of the settings, with their credentials, and does not repeat warnings', async () => {
  const [writer, reader] = [
    { username: 'writer', password: 'sesame:1' },
    { username: 'reader', password: 'look' },
  ];
  await using broker = await startBroker({ basicAuth: { writer, reader } });
  const env = {
    PACT_BROKER_PORT: portOf(broker.url),
    PACT_BROKER_HOST: '0.0.0.0',
    PACT_BROKER_BASE_URLS: 'https://pacts.example/broker',
    PACT_BROKER_PORRT: '1',
  };
  const asWriter = {
    PACT_BROKER_BASIC_AUTH_USERNAME: writer.username,
    PACT_BROKER_BASIC_AUTH_PASSWORD: writer.password,
  };
  const asReader = {
    PACT_BROKER_BASIC_AUTH_READ_ONLY_USERNAME: reader.username,
    PACT_BROKER_BASIC_AUTH_READ_ONLY_PASSWORD: reader.password,
  };
  const well = { code: 0, stdout: `The broker at ${broker.url} is well.\n`, stderr: '' };
  expect(await runCli(['health'], { env: { ...env, ...asWriter } })).toEqual(well);
  expect(await runCli(['health'], { env: { ...env, ...asWriter, ...asReader } })).toEqual(well);
  const { code, stderr } = await runCli(['health'], { env });
  expect([code, stderr]).toEqual([
    1,
    `embedded-broker: the broker at ${broker.url} refuses these credentials; set the ones that it has, or PACT_BROKER_PUBLIC_HEARTBEAT=true for it\n`,
  ]);
});
