import { describe, expect, it } from '@jest/globals';
import { BrokerSeed } from '@pact-workshop/broker-client/test/broker-seed.ts';
import { forwardTo } from '@pact-workshop/broker-client/test/forwarding-server.ts';
import type { TestServer } from '@pact-workshop/broker-client/test/http-server.ts';
import { startBroker } from '@pact-workshop/embedded-broker';
import { lyingBroker } from '../../test/lying-broker.ts';
import { canIDeploy, type CanIDeployOptions } from './index.ts';

const environment = 'production';

class History extends BrokerSeed {
  /** Gives each version an application instance of its own, so that all of them are live. */
  async deployToProduction(pacticipant: string, version: string): Promise<void> {
    await this.deploy({ pacticipant, version, environment, applicationInstance: version });
  }

  async releaseToProduction(pacticipant: string, version: string): Promise<void> {
    await this.release({ pacticipant, version, environment });
  }
}

interface Asked {
  readonly lying: Awaited<ReturnType<typeof canIDeploy>>;
  readonly own: Awaited<ReturnType<typeof canIDeploy>>;
  readonly paths: readonly string[];
}

/** The answers about a history, of a lying broker and of an honest one. */
async function ask(
  tell: (history: History) => Promise<void>,
  question: Pick<CanIDeployOptions, 'pacticipant' | 'version' | 'ignore' | 'with' | 'checkLiveVersions'>,
): Promise<Asked> {
  await using broker = await startBroker();
  await tell(new History(broker.url));
  await using server: TestServer = await lyingBroker(broker.url);
  const lying = await canIDeploy({ broker: server.url, environment, ...question });
  const own = await canIDeploy({ broker: broker.url, environment, ...question });
  return { lying, own, paths: server.requests.map(({ url }) => String(url).replace(/\?.*/, '')) };
}

const consumer = { pacticipant: 'Con', version: '1' };
const provider = { pacticipant: 'Prov', version: '7' };

/** Con 1 has a contract with Prov, of which 10 is verified. 11 is known. */
async function oneVerified(history: History): Promise<void> {
  await history.publish({ consumer: 'Con', version: '1', providers: ['Prov'] });
  await history.verify({ consumer: 'Con', version: '1', provider: 'Prov', providerVersion: '10' });
  await history.describeVersion('Prov', '11', {});
}

/** Two versions of Con with contracts of their own, of which Prov 7 has verified the first. */
async function oneConsumerVerified(history: History): Promise<void> {
  await history.publish({ consumer: 'Con', version: '1', providers: ['Prov'] });
  await history.publish({ consumer: 'Con', version: '2', providers: ['Prov'], body: '2' });
  await history.verify({ consumer: 'Con', version: '1', provider: 'Prov', providerVersion: '7' });
}

describe('A yes of a broker that did not consider every live version', () => {
  it.each([
    ['deployed', (history: History, version: string) => history.deployToProduction('Prov', version)],
    ['released', (history: History, version: string) => history.releaseToProduction('Prov', version)],
  ])('becomes unknown if one of the %s providers has no result', async (_, goLive) => {
    const { lying, own } = await ask(async (history) => {
      await oneVerified(history);
      for (const version of ['10', '11']) await goLive(history, version);
    }, consumer);
    expect(lying).toMatchObject({
      deployable: null,
      reasons: [
        'There is no verified pact between version 1 of Con and one of the versions of Prov currently in production (11)',
      ],
      summary: { success: 1, unknown: 1 },
    });
    expect(lying.rows.map(({ provider, success }) => [provider.version, success])).toEqual([
      ['10', true],
      ['11', null],
    ]);
    expect(own.reasons[0]).toBe(lying.reasons[0]);
  });

  it('becomes unknown if one of the live consumers has no result', async () => {
    const { lying, own } = await ask(async (history) => {
      await oneConsumerVerified(history);
      for (const version of ['1', '2']) await history.deployToProduction('Con', version);
    }, provider);
    expect(lying.deployable).toBeNull();
    expect(lying.reasons).toEqual([
      'There is no verified pact between one of the versions of Con currently in production (2) and version 7 of Prov',
    ]);
    expect(own.reasons[0]).toBe(lying.reasons[0]);
  });

  it.each<[string, (history: History) => Promise<void>, Parameters<typeof ask>[1]]>([
    [
      'all have a result',
      async (history) => {
        await oneVerified(history);
        await history.verify({ consumer: 'Con', version: '1', provider: 'Prov', providerVersion: '11' });
        for (const version of ['10', '11']) await history.deployToProduction('Prov', version);
      },
      consumer,
    ],
    [
      'the other has the same contract, verified for another version',
      async (history) => {
        await oneConsumerVerified(history);
        await history.publish({ consumer: 'Con', version: '3', providers: ['Prov'] });
        for (const version of ['1', '3']) await history.deployToProduction('Con', version);
      },
      provider,
    ],
    [
      'the other consumer has no contract with it',
      async (history) => {
        await oneConsumerVerified(history);
        await history.describeVersion('Con', '4', {});
        for (const version of ['1', '4']) await history.deployToProduction('Con', version);
      },
      provider,
    ],
    [
      'the one without a result is ignored',
      async (history) => {
        await oneVerified(history);
        for (const version of ['10', '11']) await history.deployToProduction('Prov', version);
      },
      { ...consumer, ignore: [{ pacticipant: 'Prov', version: '11' }] },
    ],
    [
      'the provider is ignored',
      async (history) => {
        await oneVerified(history);
        for (const version of ['10', '11']) await history.deployToProduction('Prov', version);
      },
      { ...consumer, ignore: [{ pacticipant: 'Prov' }] },
    ],
    [
      'the other is not live any more',
      async (history) => {
        await oneVerified(history);
        await history.deploy({ environment, pacticipant: 'Prov', version: '11' });
        await history.deploy({ environment, pacticipant: 'Prov', version: '10' });
      },
      consumer,
    ],
  ])('is correct if %s', async (_, tell, question) => {
    const { lying, own } = await ask(tell, question);
    expect([lying.deployable, own.deployable]).toEqual([true, true]);
  });

  it('becomes unknown if only an ignored live version has a result', async () => {
    const tell = async (history: History) => {
      await oneVerified(history);
      for (const version of ['10', '11']) await history.deployToProduction('Prov', version);
    };
    const { lying, own } = await ask(tell, { ...consumer, ignore: [{ pacticipant: 'Prov', version: '10' }] });
    expect([lying.deployable, own.deployable]).toEqual([null, null]);
  });

  it('is asked for again if results are missing', async () => {
    await using broker = await startBroker();
    const history = new History(broker.url);
    await oneVerified(history);
    for (const version of ['10', '11']) await history.deployToProduction('Prov', version);
    await using server = await lyingBroker(broker.url);
    const waits: (boolean | null)[] = [];
    const asking = canIDeploy({
      ...consumer,
      broker: server.url,
      environment,
      retryWhileUnknown: 2,
      retryInterval: 0,
      onWait: (_attempt, answer) => waits.push(answer.deployable),
    });
    expect((await asking).deployable).toBeNull();
    expect(waits).toEqual([null, null]);
  });

  it('is accepted without the check', async () => {
    const tell = async (history: History) => {
      await oneVerified(history);
      for (const version of ['10', '11']) await history.deployToProduction('Prov', version);
    };
    const { lying, paths } = await ask(tell, { ...consumer, checkLiveVersions: false });
    expect(lying.deployable).toBe(true);
    expect(paths).toEqual(['/matrix']);
  });

  it('takes three requests for any number of pacticipants, and none for a broker that checks itself', async () => {
    const tell = async (history: History) => {
      const providers = ['A', 'B', 'C', 'D'];
      await history.publish({ consumer: 'Con', version: '1', providers });
      for (const name of providers) {
        await history.verify({ consumer: 'Con', version: '1', provider: name, providerVersion: '10' });
        await history.deployToProduction(name, '10');
      }
    };
    const { lying, paths } = await ask(tell, consumer);
    expect(lying.deployable).toBe(true);
    expect(paths).toHaveLength(4);
    await using broker = await startBroker();
    await tell(new History(broker.url));
    const asked: string[] = [];
    await using watched = await forwardTo(broker.url, {
      around: async (request, forward) => {
        asked.push(String(request.url).replace(/\?.*/, ''));
        return forward();
      },
    });
    await canIDeploy({ broker: watched.url, environment, ...consumer });
    expect(asked).toEqual(['/matrix']);
  });
});
