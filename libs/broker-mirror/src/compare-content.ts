import type { Inventory } from './inventory/index.ts';
import { keyOf } from './plan/index.ts';

/** How many items of a kind both brokers have. */
export interface KindCount {
  /** The kind. */
  readonly what: string;
  /** How many the source has. */
  readonly from: number;
  /** How many of those the target has. */
  readonly to: number;
  /** How many others the target has. */
  readonly onlyThere: number;
  /** Whether the others can change an answer about what was copied. */
  readonly mustAgree: boolean;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** Items by kind. The text of an item is the same at both brokers. */
type ItemsByKind = Readonly<Record<string, ReadonlySet<string>>>;

/** Kinds of which the target may have more: other teams' pacticipants, a broker's own environments. */
const mayHaveMore = ['pacticipants', 'environments', 'webhooks', 'past deployments', 'ended releases'];

/** Counts the items of both brokers by kind. Of the target's pacticipants, only those of the source count. */
export function countByKind(source: Inventory, target: Inventory): KindCount[] {
  const names = new Set(source.pacticipants.map(({ name }) => name));
  const from = itemsOf(source);
  const there = itemsOf({
    ...target,
    pacticipants: target.pacticipants.filter(({ name }) => names.has(name)),
  });
  const others = target.pacticipants.length - (there['pacticipants']?.size ?? 0);
  return Object.entries(from).map(([what, here]) => {
    const other = there[what] ?? new Set<string>();
    const extra = [...other].filter((item) => !here.has(item));
    return {
      what,
      from: here.size,
      to: [...here].filter((item) => other.has(item)).length,
      onlyThere: extra.length + (what === 'pacticipants' ? others : 0),
      mustAgree: !mayHaveMore.includes(what),
      missing: [...here].filter((item) => !other.has(item)),
      extra,
    };
  });
}

/** Pacticipants whose versions have another order at the target. The order decides which version is the latest. */
export function orderDifferences(source: Inventory, target: Inventory): string[] {
  const there = new Map(target.pacticipants.map((pacticipant) => [pacticipant.name, pacticipant]));
  return source.pacticipants.flatMap(({ name, versions }) => {
    const numbers = new Set(versions.map(({ number }) => number));
    const wanted = versions.map(({ number }) => number);
    const actual = (there.get(name)?.versions ?? [])
      .map(({ number }) => number)
      .filter((number) => numbers.has(number));
    const at = actual.findIndex((number, i) => number !== wanted[i]);
    if (at === -1) return [];
    return [`the order of ${name}'s versions: ${actual[at]} is in the place of ${wanted[at]}`];
  });
}

function itemsOf(inventory: Inventory): ItemsByKind {
  const { pacticipants, contents, environments, deployments, releases, webhooks } = inventory;
  const versions = pacticipants.flatMap((pacticipant) => pacticipant.versions);
  const perVersion = (texts: (version: (typeof versions)[number]) => string[]) =>
    new Set(versions.flatMap((one) => texts(one).map((text) => `${one.pacticipant} ${one.number}${text}`)));
  return {
    pacticipants: new Set(pacticipants.map(({ name }) => name)),
    'main branches and other attributes': new Set(
      pacticipants.flatMap(({ name, attributes }) =>
        Object.entries(attributes).map(([field, value]) => `${name}: ${field} ${value}`),
      ),
    ),
    labels: new Set(pacticipants.flatMap(({ name, labels }) => labels.map((label) => `${name}: ${label}`))),
    versions: perVersion(() => ['']),
    'versions on branches': perVersion(({ branches }) => branches.map(({ name }) => ` on branch ${name}`)),
    'branch heads': perVersion(({ branches }) =>
      branches.filter(({ isHead }) => isHead).map(({ name }) => ` at the head of ${name}`),
    ),
    tags: perVersion(({ tags }) => tags.map((tag) => ` tagged ${tag}`)),
    'build URLs': perVersion(({ buildUrl }) => (buildUrl === undefined ? [] : [` built by ${buildUrl}`])),
    pacts: perVersion(({ pacts }) => pacts.map(({ provider }) => ` with ${provider}`)),
    'verification results': resultsOf(contents),
    environments: new Set(environments.map(({ name }) => name)),
    'current deployments': placesOf(deployments.filter(({ isCurrent }) => isCurrent)),
    'past deployments': placesOf(deployments.filter(({ isCurrent }) => !isCurrent)),
    'supported releases': placesOf(releases.filter(({ isSupported }) => isSupported)),
    'ended releases': placesOf(releases.filter(({ isSupported }) => !isSupported)),
    webhooks: new Set(webhooks.map(({ uuid }) => uuid)),
  };
}

function resultsOf(contents: Inventory['contents']): Set<string> {
  return numbered(
    contents.flatMap(({ consumer, consumerVersion, provider, results }) =>
      results.map((result) => {
        const [version = '', success] = JSON.parse(keyOf(result)) as [string, boolean];
        return `${consumer} ${consumerVersion} by ${provider} ${version}: ${success ? 'success' : 'failure'}`;
      }),
    ),
  );
}

function placesOf(
  places: readonly {
    pacticipant: string;
    version: string;
    environment: string;
    instance?: string | undefined;
  }[],
): Set<string> {
  return numbered(
    places.map(
      ({ pacticipant, version, environment, instance }) =>
        `${pacticipant} ${version} in ${environment}${instance === undefined ? '' : ` as ${instance}`}`,
    ),
  );
}

/** Numbers repeated texts, so that they are different. */
function numbered(texts: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  return new Set(
    texts.map((text) => {
      const count = (counts.get(text) ?? 0) + 1;
      counts.set(text, count);
      return count === 1 ? text : `${text} (${count})`;
    }),
  );
}
