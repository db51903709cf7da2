import { isOf, type Contract, type Facts } from './facts.ts';

/** Which versions: one, all, or the latest, of a branch, with a tag, or of all. */
export type Choice =
  | { readonly version: string }
  | { readonly branch: string; readonly latest?: true }
  | { readonly tag: string; readonly latest?: true }
  | { readonly environment: string }
  | { readonly mainBranch: true; readonly latest: true }
  | { readonly latest: true };

/** Some of the versions of a pacticipant. */
export type Chosen = Choice & { readonly pacticipant: string };

export interface Question {
  readonly subjects: readonly Chosen[];
  /** Where they are to go; without it they are compared with one another. */
  readonly target: Exclude<Choice, { readonly version: string }> | undefined;
  readonly ignore: { readonly pacticipant: string; readonly version?: string | undefined } | undefined;
}

export interface Answer {
  readonly deployable: boolean | null;
  readonly success: number;
  readonly failed: number;
  readonly unknown: number;
  readonly ignored: number;
}

/** The rules of "can I deploy", by counting what is needed. */
export function canDeploy(facts: Facts, { subjects, target, ignore }: Question): Answer {
  const names = new Set(subjects.map(({ pacticipant }) => pacticipant));
  const asked = subjects.map((one) => ({ one, versions: versionsOf(facts, one.pacticipant, one) }));
  const missing = asked.some(
    ({ one, versions }) =>
      versions.length === 0 && (ignore?.pacticipant !== one.pacticipant || ignore.version !== undefined),
  );
  /** The versions of a pacticipant that count, each once. */
  const versionsHere = (name: string): string[] => [
    ...new Set(
      names.has(name)
        ? asked.flatMap(({ one, versions }) => (one.pacticipant === name ? versions : []))
        : target
          ? versionsOf(facts, name, target)
          : [],
    ),
  ];
  const isIgnored = (name: string, version: string | undefined) =>
    ignore?.pacticipant === name && (ignore.version === undefined || ignore.version === version);

  const needed: (boolean | null)[] = [];
  let ignored = 0;
  const open = { other: undefined, result: null };
  for (const contract of facts.integrations) {
    const { consumer, provider } = contract;
    if (!(target ? names.has(consumer) || names.has(provider) : names.has(consumer) && names.has(provider)))
      continue;
    const providerVersions = versionsHere(provider);
    for (const version of versionsHere(consumer)) {
      const content = facts.pactOf(contract, version)?.content;
      if (content === undefined) continue;
      const results = providerVersions.map((other) => ({
        other,
        result: lastResult(facts, contract, content, other),
      }));
      // A version that never verified the pact differs from none only where others stand beside it.
      const isOpen = results.length < 2 && results.every(({ result }) => result === null);
      for (const { other, result } of isOpen ? [open] : results) {
        if (isIgnored(consumer, version) || isIgnored(provider, other)) ignored++;
        else needed.push(result);
      }
    }
  }
  // Those asked about have nothing to do with one another: what they need was not looked at.
  if (!target && needed.length + ignored === 0) {
    const required = facts.integrations.filter(
      (contract) =>
        names.has(contract.consumer) &&
        versionsHere(contract.consumer).some((version) => facts.pactOf(contract, version)),
    );
    needed.push(...required.map(() => null));
  }
  const count = (result: boolean | null) => needed.filter((one) => one === result).length;
  const [success, failed, unknown] = [count(true), count(false), count(null)];
  return {
    deployable: missing ? false : unknown > 0 ? null : failed === 0,
    ...{ success, failed, unknown, ignored },
  };
}

function versionsOf(facts: Facts, name: string, choice: Choice): string[] {
  const own = facts.versions.filter((one) => one.name === name).map(({ version }) => version);
  const some = (version: string | undefined) => (version === undefined ? [] : [version]);
  if ('version' in choice) return own.filter((version) => version === choice.version);
  if ('branch' in choice) {
    const branch = facts.branch(name, choice.branch);
    return choice.latest ? some(branch?.head) : (branch?.versions ?? []);
  }
  if ('tag' in choice) {
    const tagged = facts.withTag(name, choice.tag);
    return choice.latest ? some(tagged.at(-1)) : tagged;
  }
  if ('environment' in choice) {
    return facts.stays
      .filter((one) => one.name === name && one.environment === choice.environment)
      .map(({ version }) => version);
  }
  if ('mainBranch' in choice) return some(facts.branch(name, facts.mainBranches.get(name) ?? '')?.head);
  return some(own.at(-1));
}

function lastResult(facts: Facts, contract: Contract, content: string, version: string): boolean | null {
  const last = facts.results.findLast(
    (one) => isOf(one, contract) && one.content === content && one.version === version,
  );
  return last ? last.success : null;
}
