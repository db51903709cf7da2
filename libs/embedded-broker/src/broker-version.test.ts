import { expect, it } from '@jest/globals';
import { runCli } from '../test/cli-process.ts';
import { startBroker } from '../test/start-broker.ts';
import { ownFile } from './own-file.ts';

it("--version says the package's version, and the official broker whose API is spoken", async () => {
  await using broker = await startBroker();
  const spoken = (await fetch(broker.url)).headers.get('x-pact-broker-version');
  const { version } = JSON.parse(ownFile('package.json')) as { version: string };
  const { code, stdout } = await runCli(['--version']);
  expect(code).toBe(0);
  expect(stdout).toBe(`${version} (speaks the API of Pact Broker ${spoken})\n`);
});
