import { expect, test } from '@jest/globals';
import { startBroker } from '@pact-workshop/embedded-broker';
import { listEnvironments } from '@pact-workshop/pact-tooling';

test('TypeScript that ts-jest makes CommonJS of', async () => {
  const broker = await startBroker();
  expect(await listEnvironments({ broker: broker.url })).toHaveLength(2);
  await broker.close();
});
