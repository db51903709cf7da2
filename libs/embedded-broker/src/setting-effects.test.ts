import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../test/broker-client.ts';
import { until } from '../test/until.ts';
import { selfSigned, startReceiver, type Receiver } from '../test/webhook-receiver.ts';
import { defaultSettings, type BrokerSettings } from './config/index.ts';

interface Effect<Name extends keyof BrokerSettings = keyof BrokerSettings> {
  /** The value that is not the default. */
  readonly value: BrokerSettings[Name];
  /** What else has to be set for it to be seen. */
  readonly with?: Partial<BrokerSettings>;
  /** What somebody sees of it. */
  readonly seen: (broker: TestBroker, clock: { time: number }) => Promise<unknown>;
  /** That without the setting, and with it. */
  readonly changes: readonly [unknown, unknown];
}

let receiver: Receiver;
/** Nobody trusts its certificate. */
let secure: Receiver;
beforeAll(async () => {
  receiver = await startReceiver(({ path }) => ({ status: path === '/missing' ? 404 : 200 }));
  secure = await startReceiver(() => ({}), selfSigned());
});
afterAll(async () => {
  await receiver[Symbol.asyncDispose]();
  await secure[Symbol.asyncDispose]();
});

/** Webhooks may call this machine. */
const local = { webhookHostWhitelist: ['127.0.0.1'], webhookSchemeWhitelist: ['http', 'https'] };
const webhook = (url: string, method = 'POST') => ({
  events: [{ name: 'contract_published' }],
  request: { method, url },
});
const saveWebhook = async (broker: TestBroker, url: string, method?: string) =>
  (await broker.request('POST', '/webhooks', webhook(url, method))).status;

/** Whether a test run of a webhook counts as a success. */
async function succeeds(broker: TestBroker, url: string): Promise<boolean> {
  const { headers } = await broker.request('POST', '/webhooks', webhook(url));
  const { body } = await broker.request('POST', `${headers.get('location')}/execute`);
  return (body as { success: boolean }).success;
}

const mainBranch = async (broker: TestBroker) => {
  await broker.publish('Con', 'Prov', { branch: 'main' });
  const { body } = await broker.request('GET', '/pacticipants/Con');
  return (body as { mainBranch?: string }).mainBranch;
};
const version = async (broker: TestBroker) => {
  const { body } = await broker.request('GET', '/pacticipants/Con/versions/1');
  return body as {
    _embedded: { branchVersions: { name: string }[] };
    _links: Record<string, { name: string }[] | undefined>;
  };
};
const tag = (broker: TestBroker, name: string) =>
  broker.request('PUT', `/pacticipants/Con/versions/1/tags/${name}`, {});

const effects: { readonly [Name in keyof BrokerSettings]: Effect<Name> } = {
  baseUrls: {
    value: ['https://pacts.example/broker'],
    seen: async (broker) => {
      const { body } = await broker.request('GET', '/');
      return (body as { _links: { self: { href: string } } })._links.self.href.startsWith('https://pacts.');
    },
    changes: [false, true],
  },
  checkForPotentialDuplicatePacticipantNames: {
    value: false,
    seen: async (broker) => {
      await broker.publish('FooBar', 'Prov');
      return (await broker.publish('foo-bar', 'Prov')).status;
    },
    changes: [409, 200],
  },
  allowDangerousContractModification: {
    value: true,
    seen: async (broker) => {
      await broker.publish('Con', 'Prov', { content: 'a' });
      return (await broker.publish('Con', 'Prov', { content: 'b' })).status;
    },
    changes: [409, 200],
  },
  autoDetectMainBranch: { value: false, seen: mainBranch, changes: ['main', undefined] },
  mainBranchCandidates: { value: ['trunk'], seen: mainBranch, changes: ['main', undefined] },
  useFirstTagAsBranch: {
    value: false,
    seen: async (broker) => {
      await tag(broker, 'dev');
      return (await version(broker))._embedded.branchVersions.map(({ name }) => name);
    },
    changes: [['dev'], []],
  },
  useFirstTagAsBranchTimeLimit: {
    value: 5,
    seen: async (broker, clock) => {
      await broker.request('PUT', '/pacticipants/Con/versions/1', {});
      clock.time += 6000;
      await tag(broker, 'dev');
      return (await version(broker))._embedded.branchVersions.map(({ name }) => name);
    },
    changes: [['dev'], []],
  },
  createDeployedVersionsForTags: {
    value: false,
    seen: async (broker) => {
      await tag(broker, 'production');
      return (await version(broker))._links['pb:deployed-environments']?.length ?? 0;
    },
    changes: [1, 0],
  },
  seedExampleData: {
    value: false,
    seen: async (broker) => {
      const { body } = await broker.request('GET', '/environments');
      return (body as { _embedded: { environments: unknown[] } })._embedded.environments.length;
    },
    changes: [2, 0],
  },
  webhookHostWhitelist: {
    value: ['ci.example'],
    seen: (broker) => saveWebhook(broker, 'https://other.example/'),
    changes: [201, 400],
  },
  webhookSchemeWhitelist: {
    value: ['http'],
    seen: (broker) => saveWebhook(broker, 'http://ci.example/'),
    changes: [400, 201],
  },
  webhookHttpMethodWhitelist: {
    value: ['PUT'],
    seen: (broker) => saveWebhook(broker, 'https://ci.example/', 'PUT'),
    changes: [400, 201],
  },
  webhookRetrySchedule: {
    value: [60],
    with: local,
    seen: async (broker) => {
      await saveWebhook(broker, `${receiver.url}/missing`);
      await broker.publish('Con', 'Prov');
      const path = '/pacts/provider/Prov/consumer/Con/version/1/triggered-webhooks';
      const what = () => 'the first call of the webhook';
      return until(what, async () => {
        const { body } = await broker.request('GET', path);
        const { triggeredWebhooks } = (
          body as { _embedded: { triggeredWebhooks: { attemptsMade: number; attemptsRemaining: number }[] } }
        )._embedded;
        const [triggered] = triggeredWebhooks;
        return triggered?.attemptsMade === 1 ? triggered.attemptsRemaining : undefined;
      });
    },
    changes: [6, 1],
  },
  webhookHttpCodeSuccess: {
    value: [404],
    with: local,
    seen: (broker) => succeeds(broker, `${receiver.url}/missing`),
    changes: [false, true],
  },
  disableSslVerification: {
    value: true,
    with: local,
    seen: (broker) => succeeds(broker, secure.url),
    changes: [false, true],
  },
  userAgent: {
    value: 'Our Broker',
    with: local,
    seen: async (broker) => {
      await succeeds(broker, `${receiver.url}/agent`);
      return receiver.requests.findLast(({ path }) => path === '/agent')?.headers['user-agent'];
    },
    changes: [defaultSettings.userAgent, 'Our Broker'],
  },
};
const names = Object.keys(defaultSettings) as (keyof BrokerSettings)[];

describe('Every setting of how a broker behaves', () => {
  test('is in the table above', () => {
    expect(Object.keys(effects).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s makes the difference that it promises', async (name) => {
    const { value, with: others = {}, seen, changes } = effects[name];
    const saw = async (settings: Partial<BrokerSettings>) => {
      const clock = { time: Date.now() };
      await using broker = await startTestBroker({ settings, clock: () => new Date(clock.time) });
      return await seen(broker, clock);
    };
    expect([await saw(others), await saw({ ...others, [name]: value })]).toEqual(changes);
  });
});

describe('How long an idle connection stays open', () => {
  it.each([
    [{}, 'timeout=20'],
    [{ keepAliveTimeout: 7000 }, 'timeout=7'],
  ])('with the limits %j announces to the client: %s', async (limits, told) => {
    await using broker = await startTestBroker({ limits });
    const { headers } = await broker.request('GET', '/diagnostic/status/heartbeat');
    expect(headers.get('keep-alive')).toBe(told);
  });
});
