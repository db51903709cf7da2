/** A consumer and a provider. */
export interface Contract {
  readonly consumer: string;
  readonly provider: string;
}

export interface Publication extends Contract {
  readonly version: string;
  readonly content: string;
  readonly at: number;
}

export interface Result extends Contract {
  /** What was verified; publications of the same content share the results. */
  readonly content: string;
  /** The provider's. */
  readonly version: string;
  readonly success: boolean;
  /** Whether it was verified as work in progress. */
  readonly wip: boolean;
  readonly at: number;
}

export interface Tagging {
  readonly name: string;
  readonly version: string;
  readonly tag: string;
  readonly at: number;
}

export interface Stay {
  readonly name: string;
  readonly version: string;
  readonly environment: string;
  readonly how: 'deployed' | 'released';
  readonly instance: string;
}

interface Branch {
  readonly name: string;
  readonly branch: string;
  readonly at: number;
  /** In the order in which they came to the branch. */
  versions: string[];
  head: string | undefined;
}

/**
 * What happened to a broker in its slowest, plainest form: a heap of facts, each list in the order in which they came
 * about, and questions answered by looking at all of them. Written from the rules, not from the broker, which has to
 * agree with it.
 */
export class Facts {
  versions: { readonly name: string; readonly version: string; readonly at: number }[] = [];
  publications: Publication[] = [];
  results: Result[] = [];
  taggings: Tagging[] = [];
  branches: Branch[] = [];
  stays: Stay[] = [];
  readonly mainBranches = new Map<string, string>();
  /** Who ever had a contract; it stays so when the pacts are gone. */
  readonly integrations: Contract[] = [];

  exists(name: string, version: string): boolean {
    return this.versions.some((one) => one.name === name && one.version === version);
  }

  /** A version's place among all that were created. */
  orderOf(name: string, version: string): number {
    return this.versions.findIndex((one) => one.name === name && one.version === version);
  }

  /** The pact that a version has now. */
  pactOf(contract: Contract, version: string): Publication | undefined {
    return this.publications.find((one) => isOf(one, contract) && one.version === version);
  }

  /** Those of the pacts with a provider, by the order of the consumers' versions. */
  pactsWith(provider: string): Publication[] {
    return this.publications
      .filter((one) => one.provider === provider)
      .toSorted((a, b) => this.orderOf(a.consumer, a.version) - this.orderOf(b.consumer, b.version));
  }

  consumersOf(provider: string): string[] {
    return this.integrations.filter((one) => one.provider === provider).map(({ consumer }) => consumer);
  }

  providersOf(consumer: string): string[] {
    return this.integrations.filter((one) => one.consumer === consumer).map(({ provider }) => provider);
  }

  hasTag(name: string, version: string, tag: string): boolean {
    return this.taggings.some((one) => one.name === name && one.version === version && one.tag === tag);
  }

  /** In the order of versions. */
  withTag(name: string, tag: string): string[] {
    return this.versions
      .filter((one) => one.name === name && this.hasTag(name, one.version, tag))
      .map(({ version }) => version);
  }

  branch(name: string, branch: string): Branch | undefined {
    return this.branches.find((one) => one.name === name && one.branch === branch);
  }

  /** @returns whether the broker has to accept it: a version's pact never changes but by merging */
  publish(contract: Contract, version: string, content: string, merge: boolean, at: number): boolean {
    const { consumer, provider } = contract;
    const known = this.pactOf(contract, version);
    if (known !== undefined && known.content !== content && !merge) return false;
    this.create(consumer, version, at);
    if (!this.integrations.some((one) => isOf(one, contract))) this.integrations.push(contract);
    const merged = [...new Set([...(known?.content ?? ''), ...content])].sort().join('');
    if (known?.content === merged) return true;
    this.publications = this.publications.filter((one) => one !== known);
    this.publications.push({ consumer, provider, version, content: merged, at });
    return true;
  }

  deletePact(contract: Contract, version: string): void {
    this.publications = this.publications.filter((one) => !isOf(one, contract) || one.version !== version);
  }

  verify(result: Result): void {
    this.create(result.provider, result.version, result.at);
    this.results.push(result);
  }

  tag(name: string, version: string, tag: string, at: number): void {
    this.create(name, version, at);
    if (tag === 'main' && !this.mainBranches.has(name)) this.mainBranches.set(name, tag);
    if (!this.hasTag(name, version, tag)) this.taggings.push({ name, version, tag, at });
  }

  untag(name: string, version: string, tag: string): void {
    this.taggings = this.taggings.filter(
      (one) => one.name !== name || one.version !== version || one.tag !== tag,
    );
  }

  /** Only a version that is new to the branch becomes its head. */
  addToBranch(name: string, version: string, branch: string, at: number): void {
    this.create(name, version, at);
    if (branch === 'main' && !this.mainBranches.has(name)) this.mainBranches.set(name, branch);
    const known = this.branch(name, branch);
    if (!known) this.branches.push({ name, branch, at, versions: [version], head: version });
    else if (!known.versions.includes(version)) {
      known.versions.push(version);
      known.head = version;
    }
  }

  /** Where the head goes, the last created of those that remain takes its place. */
  removeFromBranch(name: string, version: string, branch: string): void {
    const known = this.branch(name, branch);
    if (!known) return;
    known.versions = known.versions.filter((one) => one !== version);
    if (known.head === version) {
      known.head = known.versions.toSorted((a, b) => this.orderOf(name, a) - this.orderOf(name, b)).at(-1);
    }
  }

  /** A version takes the place of whatever ran in the same instance. */
  deploy(name: string, version: string, environment: string, instance: string): void {
    this.undeploy(name, environment, instance);
    this.stays.push({ name, version, environment, how: 'deployed', instance });
  }

  undeploy(name: string, environment: string, instance: string): void {
    this.stays = this.stays.filter(
      (one) =>
        one.how !== 'deployed' ||
        one.name !== name ||
        one.environment !== environment ||
        one.instance !== instance,
    );
  }

  /** Released versions stay beside one another. */
  release(name: string, version: string, environment: string): void {
    this.endSupport(name, version, environment);
    this.stays.push({ name, version, environment, how: 'released', instance: '' });
  }

  endSupport(name: string, version: string, environment: string): void {
    this.stays = this.stays.filter(
      (one) =>
        one.how !== 'released' ||
        one.name !== name ||
        one.version !== version ||
        one.environment !== environment,
    );
  }

  /** A version takes with it all that hangs on it; the results of what it published stay. */
  deleteVersion(name: string, version: string): void {
    for (const { branch } of this.branches.filter((one) => one.name === name)) {
      this.removeFromBranch(name, version, branch);
    }
    const isOther = (one: { readonly name: string; readonly version: string }) =>
      one.name !== name || one.version !== version;
    this.versions = this.versions.filter(isOther);
    this.taggings = this.taggings.filter(isOther);
    this.stays = this.stays.filter(isOther);
    this.publications = this.publications.filter((one) => one.consumer !== name || one.version !== version);
    this.results = this.results.filter((one) => one.provider !== name || one.version !== version);
  }

  private create(name: string, version: string, at: number): void {
    if (!this.exists(name, version)) this.versions.push({ name, version, at });
  }
}

export function isOf(one: Contract, { consumer, provider }: Contract): boolean {
  return one.consumer === consumer && one.provider === provider;
}
