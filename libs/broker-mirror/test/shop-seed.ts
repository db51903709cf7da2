import type { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';

export const consumer = 'Shop 🛒/front end';
export const provider = 'Stock/v2';

/**
 * Two contents over four versions, results of both outcomes, branches, tags, deployments, releases.
 * @returns the URLs of the provider's deployment and of Billing's release
 */
export async function seedShop(source: BrokerSeed): Promise<{ deployment: string; release: string }> {
  const versions = ['1.0.0+build/1', '1.0.0+build/2', '2.0.0 beta', '2.0.0'];
  for (const [i, version] of versions.entries()) {
    await source.publish({
      consumer,
      version,
      providers: [provider, 'Billing'],
      body: i < 2 ? '{"10":1.0,"2":1}' : '{"10":2,"2":"é€"}',
      branch: i === 2 ? 'feat/ü' : 'main',
      tags: i === 3 ? ['prod', 'a/b'] : ['test'],
      buildUrl: `https://ci.example/${i}`,
    });
  }
  await source.describePacticipant(consumer, {
    displayName: 'The shop',
    repositoryUrl: 'https://git.example/shop',
  });
  const result = { consumer, provider, providerVersion: '7' };
  for (const success of [true, false, true]) {
    await source.verify({ ...result, version: '1.0.0+build/1', success, buildUrl: 'https://ci.example/p' });
  }
  await source.verify({ ...result, version: '2.0.0', providerVersion: '8', success: false });
  await source.verify({ ...result, version: '2.0.0', providerVersion: '7' });
  await source.verify({ consumer, provider: 'Billing', version: '2.0.0', providerVersion: 'b1' });
  await source.addToBranch(provider, '7', 'main');
  await source.addToBranch(provider, '8', 'main');
  const environment = 'production';
  const stock = { environment, pacticipant: provider, applicationInstance: 'eu' };
  await source.deploy({ ...stock, version: '8' });
  const deployment = await source.deploy({ ...stock, version: '7' });
  await source.deploy({ environment, pacticipant: consumer, version: '2.0.0' });
  const release = await source.release({ environment, pacticipant: 'Billing', version: 'b1' });
  return { deployment, release };
}
