import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { startBroker } from '@pact-workshop/embedded-broker';
import { states } from './states.ts';
import { verifyBroker } from './verify-broker.ts';

const folder = fileURLToPath(new URL('../contract', import.meta.url));
const [file = ''] = readdirSync(folder);
const { interactions } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as {
  interactions: readonly { readonly providerState?: string }[];
};

test('the embedded broker does all that the official client needs', async () => {
  await using broker = await startBroker();
  const result = await verifyBroker(broker.url);
  expect(result.interactions.map(({ status }) => status)).toEqual(interactions.map(() => 'passed'));
  expect(interactions).toHaveLength(67);
}, 120_000);

test('no state is told that the contract does not name', () => {
  const named = new Set(interactions.map(({ providerState }) => providerState));
  expect(Object.keys(states).filter((name) => !named.has(name))).toEqual([]);
});
