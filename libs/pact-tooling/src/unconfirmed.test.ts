import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BrokerRedirectError, NotAPactBrokerError } from '@pact-workshop/broker-client';
import { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import { startServer, type TestServer } from '@pact-workshop/broker-client/test/http-server.ts';
import {
  temporaryDirectory,
  type TemporaryDirectory,
} from '@pact-workshop/broker-client/test/temporary-directory.ts';
import { startBroker, type RunningBroker } from '@pact-workshop/embedded-broker';
import { pact } from '../test/pact-fixtures.ts';
import {
  createEnvironment,
  createVersionTag,
  describeVersion,
  listEnvironments,
  publishPacts,
  recordDeployment,
  recordRelease,
  recordSupportEnded,
  recordUndeployment,
  verifyProvider,
} from './index.ts';

let broker: RunningBroker;
let directory: TemporaryDirectory;
beforeAll(async () => {
  broker = await startBroker();
  directory = await temporaryDirectory();
  await directory.write('a.json', pact([{ description: 'one' }]));
  await directory.write('b.json', pact([{ description: 'one' }], { provider: 'Other' }));
  const seed = new BrokerSeed(broker.url);
  await seed.describeVersion('App', '1', {});
  await seed.deploy({ pacticipant: 'App', version: '1', environment: 'test' });
  await seed.release({ pacticipant: 'App', version: '1', environment: 'test' });
});
afterAll(async () => {
  await directory[Symbol.asyncDispose]();
  await broker.close();
});

const app = { pacticipant: 'App', version: '1', environment: 'test' };

/** Everything that writes to a broker, with the request that writes. */
const writes: [string, RegExp, (url: string) => Promise<unknown>][] = [
  [
    'publishPacts',
    /^POST .*publish$/,
    (url) => publishPacts({ broker: url, dir: directory.path, version: '1', branch: 'main' }),
  ],
  ['createEnvironment', /^POST /, (url) => createEnvironment({ broker: url, name: 'uat' })],
  ['recordDeployment', /^POST /, (url) => recordDeployment({ broker: url, ...app })],
  ['recordRelease', /^POST /, (url) => recordRelease({ broker: url, ...app })],
  ['recordUndeployment', /^PATCH /, (url) => recordUndeployment({ broker: url, ...app })],
  ['recordSupportEnded', /^PATCH /, (url) => recordSupportEnded({ broker: url, ...app })],
  ['createVersionTag', /^PUT /, (url) => createVersionTag({ broker: url, ...app, tags: ['t'] })],
];

/** Everything whose answer may say that there is nothing, with the request that asks. */
const questions: [string, RegExp, (url: string) => Promise<unknown>][] = [
  [
    'verifyProvider',
    /^POST .*for-verification$/,
    (url) => verifyProvider({ broker: url, provider: 'P', providerVersion: '1', allowNoPacts: true }),
  ],
  ['listEnvironments', /^GET .*environments$/, (url) => listEnvironments({ broker: url })],
  ['recordUndeployment', /^GET .*currently-deployed/, (url) => recordUndeployment({ broker: url, ...app })],
  ['recordSupportEnded', /^GET .*currently-supported/, (url) => recordSupportEnded({ broker: url, ...app })],
  ['describeVersion', /^GET .*versions\/1$/, (url) => describeVersion({ broker: url, ...app })],
];

/** The broker, with another answer to some requests, which it never gets. */
function brokerThat(fits: RegExp, answer: (path: string) => Response): Promise<TestServer> {
  return forwardTo(broker.url, {
    around: ({ method, url = '' }, forward) =>
      fits.test(`${method} ${url}`) ? Promise.resolve(answer(url)) : forward(),
  });
}

const json = (text: string | null, status = 200) =>
  new Response(text, { status, headers: { 'content-type': 'application/json' } });

describe.each([
  ['204', () => json(null, 204)],
  ['an empty object', () => json('{}')],
  ['an empty list', () => json('[]')],
  ['another object', () => json('{"ok":true,"_links":{"self":{}},"_embedded":{}}')],
])('An answer that is no Pact Broker’s, %s,', (_, answer) => {
  it.each([...writes, ...questions])('is an error of %s', async (__, fits, act) => {
    await using server = await brokerThat(fits, answer);
    await expect(act(server.url)).rejects.toThrow(NotAPactBrokerError);
  });
});

it.each(writes)('A redirect that only reads is an error of %s', async (_, fits, act) => {
  await using other = await startServer(() => undefined);
  await using server = await forwardTo(broker.url, {
    around: ({ method, url = '' }, forward) =>
      fits.test(`${method} ${url}`)
        ? Promise.resolve(new Response(null, { status: 303, headers: { location: other.url + url } }))
        : forward(),
  });
  await expect(act(server.url)).rejects.toThrow(BrokerRedirectError);
});

it('A publication is done only if every contract of it is confirmed', async () => {
  await using server = await brokerThat(/^POST .*publish$/, () =>
    json('{"notices":[],"_links":{"pb:contracts":[{"href":"http://b/1"}]}}'),
  );
  const publishing = publishPacts({ broker: server.url, dir: directory.path, version: '1' });
  await expect(publishing).rejects.toThrow('its answer confirms 1 of 2 contracts');
});

it('A provider is unknown only where a broker says so', async () => {
  await using server = await brokerThat(
    /for-verification$/,
    () => new Response('<h1>Not Found</h1>', { status: 404, headers: { 'content-type': 'text/html' } }),
  );
  const verifying = verifyProvider({
    broker: server.url,
    provider: 'P',
    providerVersion: '1',
    allowNoPacts: true,
  });
  await expect(verifying).rejects.toThrow('status 404');
});
