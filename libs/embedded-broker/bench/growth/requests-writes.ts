import { ids, sha, uuids } from './base.ts';
import { pactText } from './pact-text.ts';
import type { GrowthRequest } from './request.ts';

const con = '/pacticipants/Con';
const pacts = '/pacts/provider/Prov/consumer/Con';
const known = JSON.parse(pactText(1)) as object;
const changed = (round: number) => ({ ...known, messages: undefined, metadata: { round } });

const write = (
  name: string,
  method: 'PUT' | 'POST',
  path: (round: number) => string,
  body: (round: number) => object = () => ({}),
): GrowthRequest => ({ name: `W ${name}`, method, path, body });

const publish = (
  name: string,
  {
    version = (round) => `${name} ${round}`,
    provider = () => 'Prov',
    content = () => known,
    tags,
  }: {
    readonly version?: (round: number) => string;
    readonly provider?: (round: number) => string;
    readonly content?: (round: number) => object;
    readonly tags?: readonly string[];
  },
): GrowthRequest =>
  write(
    name,
    'POST',
    () => '/contracts/publish',
    (round) => ({
      pacticipantName: 'Con',
      pacticipantVersionNumber: version(round),
      branch: 'main',
      tags,
      contracts: [
        {
          consumerName: 'Con',
          providerName: provider(round),
          contentType: 'application/json',
          specification: 'pact',
          content: Buffer.from(
            JSON.stringify({ ...content(round), provider: { name: provider(round) } }),
          ).toString('base64'),
        },
      ],
    }),
  );

const result = (name: string, version: (round: number) => string) =>
  write(
    name,
    'POST',
    () => `${pacts}/pact-version/${sha(ids.content)}/verification-results`,
    (round) => ({ success: true, providerApplicationVersion: version(round) }),
  );

/** What builds write. */
export const writeRequests: readonly GrowthRequest[] = [
  publish('publish same content', {}),
  publish('republish', { version: () => 'republished' }),
  publish('publish new content', { content: changed }),
  publish('publish with tag', { tags: ['prod'] }),
  publish('publish to unverified', { provider: () => 'Unverified', content: changed }),
  publish('publish new provider', { provider: (round) => `New provider ${round}` }),
  write(
    'PUT pact',
    'PUT',
    (round) => `${pacts}/version/put%20${round}`,
    () => known,
  ),
  result('result same version', () => 'p2'),
  result('result new version', (round) => `verified ${round}`),
  write('PUT version', 'PUT', (round) => `${con}/versions/put%20version%20${round}`),
  write('PUT branch version', 'PUT', (round) => `${con}/branches/other/versions/branch%20${round}`),
  write('PUT tag', 'PUT', (round) => `${con}/versions/c3/tags/tag%20${round}`),
  write(
    'record-deployment',
    'POST',
    () => `/pacticipants/Prov/versions/p2/deployed-versions/environment/${uuids.test}`,
  ),
  write(
    'record-release',
    'POST',
    () => `/pacticipants/Prov/versions/p2/released-versions/environment/${uuids.test}`,
  ),
];
