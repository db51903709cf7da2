/**
 * The rules of "can I deploy" in their slowest, plainest form: a heap of facts, and questions answered by
 * looking at all of them. Written from the rules, not from the broker, which has to agree with it.
 */
export class DeploymentModel {
  private readonly versions: { name: string; version: string }[] = [];
  private readonly pacts: { consumer: string; version: string; provider: string; content: string }[] = [];
  private readonly results: { pact: Contract; content: string; version: string; success: boolean }[] = [];
  private readonly tags: { name: string; version: string; tag: string }[] = [];
  private readonly branchVersions: { name: string; version: string; branch: string }[] = [];
  private live: Live[] = [];

  /** @returns whether the broker has to accept it: a version's pact never changes */
  publish(consumer: string, version: string, provider: string, content: string): boolean {
    const known = this.contentOf({ consumer, provider }, version);
    if (known !== undefined && known !== content) return false;
    this.create(consumer, version);
    if (known === undefined) this.pacts.push({ consumer, version, provider, content });
    return true;
  }

  /** Any of the pacts, or undefined where there is none yet. */
  pickPact(pick: number): (Contract & { readonly version: string }) | undefined {
    return this.pacts[pick % this.pacts.length];
  }

  verify(pact: Contract, consumerVersion: string, version: string, success: boolean): void {
    this.create(pact.provider, version);
    this.results.push({ pact, content: this.contentOf(pact, consumerVersion) ?? '', version, success });
  }

  tag(name: string, version: string, tag: string): void {
    this.create(name, version);
    this.tags.push({ name, version, tag });
  }

  addToBranch(name: string, version: string, branch: string): void {
    this.create(name, version);
    const known = this.branchVersions.some(
      (one) => one.name === name && one.version === version && one.branch === branch,
    );
    if (!known) this.branchVersions.push({ name, version, branch });
  }

  exists(name: string, version: string): boolean {
    return this.versions.some((one) => one.name === name && one.version === version);
  }

  /** A version takes the place of whatever ran in the same instance. */
  deploy(name: string, version: string, environment: string, instance: string): void {
    this.undeploy(name, environment, instance);
    this.live.push({ name, version, environment, instance });
  }

  undeploy(name: string, environment: string, instance: string): void {
    this.live = this.live.filter(
      (one) => one.name !== name || one.environment !== environment || one.instance !== instance,
    );
  }

  /** Released versions stay beside one another. */
  release(name: string, version: string, environment: string): void {
    this.deploy(name, version, environment, `release ${version}`);
  }

  endSupport(name: string, version: string, environment: string): void {
    this.undeploy(name, environment, `release ${version}`);
  }

  /** @returns true: yes, false: no, null: unknown */
  canDeploy(name: string, version: string, target: Target, ignored?: string): boolean | null {
    const needed: (boolean | null)[] = [];
    for (const { provider, content } of this.pacts.filter(
      (one) => one.consumer === name && one.version === version && one.provider !== ignored,
    )) {
      const there = this.versionsAt(provider, target);
      if (there.length === 0) needed.push(null);
      for (const other of there) needed.push(this.resultOf({ consumer: name, provider }, content, other));
    }
    for (const consumer of new Set(this.pacts.map((one) => one.consumer))) {
      if (consumer === ignored) continue;
      for (const other of this.versionsAt(consumer, target)) {
        const content = this.contentOf({ consumer, provider: name }, other);
        if (content !== undefined) needed.push(this.resultOf({ consumer, provider: name }, content, version));
      }
    }
    if (needed.includes(null)) return null;
    return !needed.includes(false);
  }

  private versionsAt(name: string, target: Target): string[] {
    if ('environment' in target) {
      const there = this.live.filter((one) => one.name === name && one.environment === target.environment);
      return [...new Set(there.map(({ version }) => version))];
    }
    if ('branch' in target) {
      const head = this.branchVersions.findLast((one) => one.name === name && one.branch === target.branch);
      return head ? [head.version] : [];
    }
    const tagged = this.versions.findLast((one) =>
      this.tags.some(
        (tag) =>
          tag.name === name && tag.version === one.version && one.name === name && tag.tag === target.tag,
      ),
    );
    return tagged ? [tagged.version] : [];
  }

  private resultOf(pact: Contract, content: string, providerVersion: string): boolean | null {
    const last = this.results.findLast(
      (one) =>
        one.pact.consumer === pact.consumer &&
        one.pact.provider === pact.provider &&
        one.content === content &&
        one.version === providerVersion,
    );
    return last ? last.success : null;
  }

  private contentOf({ consumer, provider }: Contract, version: string): string | undefined {
    return this.pacts.find(
      (one) => one.consumer === consumer && one.provider === provider && one.version === version,
    )?.content;
  }

  private create(name: string, version: string): void {
    if (!this.exists(name, version)) this.versions.push({ name, version });
  }
}

export interface Contract {
  readonly consumer: string;
  readonly provider: string;
}

/** Where versions are to go: what runs in an environment, a branch's head, the latest version with a tag. */
export type Target =
  { readonly environment: string } | { readonly branch: string } | { readonly tag: string };

interface Live {
  readonly name: string;
  readonly version: string;
  readonly environment: string;
  readonly instance: string;
}
