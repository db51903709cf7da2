import { path, type FilledBroker } from './broker.ts';

/** Something that is so in a provider state. */
export type Fact = (broker: FilledBroker) => Promise<unknown>;

export const pacticipant = (name: string, repositoryUrl?: string): Fact => {
  return (broker) => broker.send('POST', '/pacticipants', { name, repositoryUrl });
};

export const version = (name: string, number: string): Fact => {
  return (broker) => broker.send('PUT', path('pacticipants', name, 'versions', number), {});
};

export const tag = (name: string, number: string, tagName: string): Fact => {
  return (broker) => broker.send('PUT', path('pacticipants', name, 'versions', number, 'tags', tagName), {});
};

export const onBranch = (name: string, number: string, branch: string): Fact => {
  return (broker) =>
    broker.send('PUT', path('pacticipants', name, 'branches', branch, 'versions', number), {});
};

/** A pact whose content no other version has, unless it has interactions. */
export const pact = (
  consumer: string,
  number: string,
  provider: string,
  interactions: readonly object[] = [],
): Fact => {
  const content = {
    consumer: { name: consumer },
    provider: { name: provider },
    interactions,
    metadata: { pactSpecification: { version: '2.0.0' }, of: number },
  };
  return (broker) => broker.send('PUT', pactPath(consumer, number, provider), content);
};

/** A result of a provider version for a pact. */
export const verified = (
  [consumer, number, provider]: readonly [string, string, string],
  providerVersion: string,
  success = true,
): Fact => {
  return async (broker) => {
    const { _links } = await broker.send('GET', pactPath(consumer, number, provider));
    const [results] = [_links?.['pb:publish-verification-results'] ?? []].flat();
    if (results === undefined) throw new Error('The pact has no address for results.');
    await broker.send('POST', results.href, {
      success,
      providerApplicationVersion: providerVersion,
      testResults: { some: 'results' },
    });
  };
};

/** An environment; its name shows with a capital. */
export const environment = (
  name: string,
  { id, ...more }: { id?: string; contacts?: unknown } = {},
): Fact => {
  const displayName = name.charAt(0).toUpperCase() + name.slice(1);
  return async (broker) => {
    const { uuid } = await broker.send('POST', '/environments', {
      name,
      displayName,
      production: false,
      ...more,
    });
    if (id !== undefined) broker.idsHere.set(id, uuid ?? '');
  };
};

/** A version that runs in an environment, which the contract knows by an id. */
export const deployed = (
  [name, number]: readonly [string, string],
  environmentId: string,
  { id, applicationInstance }: { id: string; applicationInstance?: string },
): Fact => {
  return async (broker) => {
    const where = broker.idsHere.get(environmentId) ?? environmentId;
    const of = path('pacticipants', name, 'versions', number, 'deployed-versions', 'environment', where);
    const { uuid } = await broker.send('POST', of, { applicationInstance });
    broker.idsHere.set(id, uuid ?? '');
  };
};

/** A webhook for a changed contract of two pacticipants. */
export const webhook = (uuid: string, consumer: string, provider: string): Fact => {
  return (broker) =>
    broker.send('PUT', path('webhooks', uuid), {
      consumer: { name: consumer },
      provider: { name: provider },
      events: [{ name: 'contract_content_changed' }],
      request: {
        method: 'POST',
        url: 'https://example.org',
        headers: { 'content-type': 'application/json' },
      },
    });
};

function pactPath(consumer: string, number: string, provider: string): string {
  return path('pacts', 'provider', provider, 'consumer', consumer, 'version', number);
}
