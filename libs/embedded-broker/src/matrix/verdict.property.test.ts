import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { DeploymentModel, type Target } from '../../test/deployment-model.ts';

const people = ['Ada', 'Bob', 'Cleo'] as const;
const versions = ['1', '2', '3'] as const;
const environments = ['test', 'production'] as const;
const instances = ['blue', 'green'] as const;

const name = fc.constantFrom(...people);
const version = fc.constantFrom(...versions);
const environment = fc.constantFrom(...environments);
const instance = fc.constantFrom(...instances);

/** What teams do to a broker, in any order. */
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      consumer: name,
      version,
      provider: name,
      content: fc.constantFrom('a', 'b'),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('verify' as const),
      pact: fc.nat(),
      providerVersion: version,
      success: fc.constantFrom(true, true, false),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('deploy' as const), name, version, environment, instance }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undeploy' as const), name, environment, instance }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), name, version, environment }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('endSupport' as const), name, version, environment }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tag' as const), name, version }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('branch' as const), name, version }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

const targets: Target[] = [
  { environment: 'test' },
  { environment: 'production' },
  { tag: 'ready' },
  { branch: 'main' },
];
const runs = Number(process.env['PROPERTY_RUNS'] ?? 40);

describe('Whatever happened before, the verdict', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startTestBroker();
  });
  afterAll(() => broker.close());

  it('is that of the rules: yes only where all that is needed was verified', async () => {
    let world = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 80, size: 'max' }), async (actions) => {
        const play = new Play(broker, `-${++world}`);
        for (const one of actions) await play.perform(one);
        for (const person of people) {
          for (const number of versions) {
            for (const target of targets) await play.ask(person, number, target);
          }
        }
      }),
      { numRuns: runs },
    );
  }, 600_000);
});

/** Does the same to the broker and to the model. Names carry a suffix, so that sequences don't meet. */
class Play {
  private readonly model = new DeploymentModel();
  private readonly records = new Map<string, string>();
  private readonly broker: TestBroker;
  private readonly suffix: string;

  constructor(broker: TestBroker, suffix: string) {
    this.broker = broker;
    this.suffix = suffix;
  }

  async perform(one: Action): Promise<void> {
    const { broker, model } = this;
    switch (one.do) {
      case 'publish': {
        if (one.consumer === one.provider) return;
        const accepted = model.publish(one.consumer, one.version, one.provider, one.content);
        const { status } = await broker.publish(this.named(one.consumer), this.named(one.provider), one);
        expect(status).toBe(accepted ? 200 : 409);
        return;
      }
      case 'verify': {
        const pact = model.pickPact(one.pact);
        if (!pact) return;
        model.verify(pact, pact.version, one.providerVersion, one.success);
        const { status } = await broker.verify(this.named(pact.consumer), this.named(pact.provider), {
          consumerVersion: pact.version,
          version: one.providerVersion,
          success: one.success,
        });
        expect(status).toBe(201);
        return;
      }
      case 'deploy':
        if (!model.exists(one.name, one.version)) return;
        model.deploy(one.name, one.version, one.environment, one.instance);
        return this.record(`${one.name} ${one.environment} ${one.instance}`, one, 'pb:record-deployment');
      case 'release':
        if (!model.exists(one.name, one.version)) return;
        model.release(one.name, one.version, one.environment);
        return this.record(`${one.name} ${one.environment} ${one.version}`, one, 'pb:record-release');
      case 'undeploy':
        model.undeploy(one.name, one.environment, one.instance);
        return this.end(`${one.name} ${one.environment} ${one.instance}`, { currentlyDeployed: false });
      case 'endSupport':
        model.endSupport(one.name, one.version, one.environment);
        return this.end(`${one.name} ${one.environment} ${one.version}`, { currentlySupported: false });
      case 'tag':
        model.tag(one.name, one.version, 'ready');
        return this.put(`/pacticipants/${this.named(one.name)}/versions/${one.version}/tags/ready`);
      case 'branch':
        model.addToBranch(one.name, one.version, 'main');
        return this.put(`/pacticipants/${this.named(one.name)}/branches/main/versions/${one.version}`);
    }
  }

  /** Asks in the ways that must not matter: whichever `latestby`, however few rows are shown. */
  async ask(person: string, number: string, target: Target): Promise<void> {
    if (!this.model.exists(person, number)) return;
    const to =
      'environment' in target
        ? `environment=${target.environment}`
        : 'tag' in target
          ? `tag=${target.tag}&latest=true`
          : 'mainBranch=true&latest=true';
    for (const ignored of [undefined, people.find((other) => other !== person)]) {
      const expected = this.model.canDeploy(person, number, target, ignored);
      for (const latestby of ['cvp', 'cvpv']) {
        const query = `q[][pacticipant]=${this.named(person)}&q[][version]=${number}&latestby=${latestby}&${to}&limit=1`;
        const ignore = ignored === undefined ? '' : `&ignore[][pacticipant]=${this.named(ignored)}`;
        const { deployable } = await this.broker.matrix(query + ignore);
        expect({ person, number, target, ignored, deployable }).toEqual({
          person,
          number,
          target,
          ignored,
          deployable: expected,
        });
      }
    }
  }

  private async record(
    key: string,
    one: { name: string; version: string; environment: string; instance?: string },
    rel: string,
  ): Promise<void> {
    const body = one.instance === undefined ? {} : { applicationInstance: one.instance };
    const answer = await this.broker.deploy(this.named(one.name), one.version, one.environment, body, rel);
    expect([200, 201]).toContain(answer.status);
    this.records.set(key, (answer.body as { _links: { self: { href: string } } })._links.self.href);
  }

  private async end(key: string, body: object): Promise<void> {
    const href = this.records.get(key);
    if (href === undefined) return;
    const { status } = await this.broker.request('PATCH', href, body, {
      'content-type': 'application/merge-patch+json',
    });
    expect(status).toBe(200);
  }

  private async put(path: string): Promise<void> {
    expect([200, 201]).toContain((await this.broker.request('PUT', path, {})).status);
  }

  private named(person: string): string {
    return person + this.suffix;
  }
}
