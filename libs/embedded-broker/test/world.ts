import { addVersionToBranch, findBranch, removeFromBranch } from '../src/branches/index.ts';
import { defaultSettings } from '../src/config/index.ts';
import { openDatabase } from '../src/database/index.ts';
import {
  currentlyDeployed,
  findEnvironmentByName,
  markSupportEnded,
  markUndeployed,
  recordDeployment,
  recordRelease,
  releasesOfVersion,
  seedEnvironments,
  type Environment,
} from '../src/environments/index.ts';
import { Urls } from '../src/http/index.ts';
import { findPublication } from '../src/pacts/index.ts';
import { publishContracts } from '../src/pacts/publish.ts';
import { deletePublication } from '../src/pacts/write-store.ts';
import { addTag, deleteTag } from '../src/tags/index.ts';
import { insertVerification } from '../src/verifications/index.ts';
import { deleteVersion, findOrCreateVersion, findVersion, type Version } from '../src/versions/index.ts';
import { Facts, type Contract } from './facts.ts';
import type { Event } from './histories.ts';

const settings = {
  ...defaultSettings,
  useFirstTagAsBranch: false,
  checkForPotentialDuplicatePacticipantNames: false,
};
const urls = new Urls('http://broker');

/** A pact with an interaction for each letter of the content. */
function pactWith(consumer: string, provider: string, content: string) {
  const interactions = [...content].map((letter) => ({
    description: letter,
    request: { method: 'GET', path: `/${letter}` },
    response: {},
  }));
  return { consumer: { name: consumer }, provider: { name: provider }, interactions };
}

/** A broker's database, and the same as plain facts. `using` closes it at the end of the block. */
export class World implements Disposable {
  readonly database = openDatabase(':memory:');
  readonly facts = new Facts();
  /** In milliseconds. */
  readonly begin = Date.UTC(2026, 0, 1);
  private time = this.begin;

  constructor(events: readonly Event[]) {
    seedEnvironments(this.database, this.now);
    this.database.transaction(() => {
      for (const one of events) {
        if (one.later) this.time += 1_000;
        this.perform(one);
      }
    });
  }

  [Symbol.dispose](): void {
    this.database.close();
  }

  get now(): string {
    return new Date(this.time).toISOString();
  }

  private perform(one: Event): void {
    const { database, facts, now, time } = this;
    switch (one.does) {
      case 'publish':
        if (one.consumer !== one.provider) this.publish(one);
        return;
      case 'deletePact': {
        const pact = facts.publications[one.pact % facts.publications.length];
        if (!pact) return;
        facts.deletePact(pact, pact.version);
        deletePublication(database, this.publicationOf(pact, pact.version));
        return;
      }
      case 'verify': {
        const pact = facts.publications[one.pact % facts.publications.length];
        if (!pact) return;
        const { consumer, provider, content } = pact;
        const { pactVersionId } = this.publicationOf(pact, pact.version);
        facts.verify({ ...one, consumer, provider, content, at: time });
        insertVerification(
          database,
          {
            ...{ pactVersionId, providerVersionId: this.create(provider, one.version).id },
            ...{ success: one.success, wip: one.wip, pactPending: undefined },
            ...{ buildUrl: undefined, testResults: undefined, verifiedBy: undefined },
          },
          now,
        );
        return;
      }
      case 'tag':
        facts.tag(one.name, one.version, one.tag, time);
        addTag(database, this.create(one.name, one.version), one.tag, now, settings);
        return;
      case 'branch':
        facts.addToBranch(one.name, one.version, one.branch, time);
        addVersionToBranch(database, this.create(one.name, one.version), one.branch, now, settings);
        return;
      case 'undeploy': {
        facts.undeploy(one.name, one.environment, one.instance);
        const target = one.instance || null;
        const { id } = this.environment(one.environment);
        for (const { uuid } of currentlyDeployed(database, id, { pacticipant: one.name, target }))
          markUndeployed(database, uuid, now);
        return;
      }
      default: {
        const version = findVersion(database, one.name, one.version);
        if (version) this.change(one, version);
      }
    }
  }

  /** What is done to a version that there is. */
  private change(
    one: Extract<
      Event,
      { does: 'deploy' | 'release' | 'endSupport' | 'untag' | 'unbranch' | 'deleteVersion' }
    >,
    version: Version,
  ): void {
    const { database, facts, now } = this;
    switch (one.does) {
      case 'deploy':
        facts.deploy(one.name, one.version, one.environment, one.instance);
        recordDeployment(database, version, this.environment(one.environment), one.instance || null, now);
        return;
      case 'release':
        facts.release(one.name, one.version, one.environment);
        recordRelease(database, version, this.environment(one.environment), now);
        return;
      case 'endSupport':
        facts.endSupport(one.name, one.version, one.environment);
        for (const { uuid } of releasesOfVersion(database, version.id, this.environment(one.environment).id))
          markSupportEnded(database, uuid, now);
        return;
      case 'untag':
        facts.untag(one.name, one.version, one.tag);
        deleteTag(database, version.id, one.tag);
        return;
      case 'unbranch': {
        facts.removeFromBranch(one.name, one.version, one.branch);
        const branch = findBranch(database, one.name, one.branch);
        if (branch) removeFromBranch(database, branch.id, version.id);
        return;
      }
      case 'deleteVersion':
        facts.deleteVersion(one.name, one.version);
        deleteVersion(database, version.id);
    }
  }

  private publish(one: Extract<Event, { does: 'publish' }>): void {
    const { consumer, provider, version, content, merge, branch } = one;
    const accepted = this.facts.publish({ consumer, provider }, version, content, merge, this.time);
    if (accepted && branch !== undefined) this.facts.addToBranch(consumer, version, branch, this.time);
    const answer = publishContracts(
      this.database,
      {
        ...{ pacticipantName: consumer, pacticipantVersionNumber: version, branch },
        ...{ tags: undefined, buildUrl: undefined },
        contracts: [
          {
            consumerName: consumer,
            providerName: provider,
            document: pactWith(consumer, provider, content),
            merge,
          },
        ],
      },
      { now: this.now, urls, settings },
    );
    if ('conflicts' in answer === accepted)
      throw new Error(`It should ${accepted ? '' : 'not '}be accepted.`);
  }

  private publicationOf(contract: Contract, version: string) {
    const found = findPublication(this.database, contract, version);
    if (!found) throw new Error(`Version ${version} of ${contract.consumer} lost its pact.`);
    return found;
  }

  private create(name: string, version: string): Version {
    return findOrCreateVersion(this.database, name, version, this.now).version;
  }

  private environment(name: string): Environment {
    return findEnvironmentByName(this.database, name) as Environment;
  }
}
