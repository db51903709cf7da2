import type { Connection } from './connection.ts';

/** How many connections are drawn at most: with more, a picture is a tangle, and finding its lines takes long. */
const mostConnections = 600;
/** What somebody has to do something about comes first. */
const urgency: readonly Connection['status'][] = ['failed', 'failed_pending', 'stale', 'never', 'success'];

/** A part of the network that can be drawn. */
export interface Neighbourhood {
  readonly names: readonly string[];
  readonly connections: readonly Connection[];
  /** How many pacticipants there are that it leaves out. */
  readonly omitted: number;
  /** How many connections between those that it has. */
  readonly omittedConnections: number;
}

/** Two pacticipants with a contract between them. */
interface Sides {
  readonly consumer: string;
  readonly provider: string;
}

/**
 * The pacticipants around one, itself first, the nearest before others.
 * @param all every contract of the network
 * @param steps how far away a pacticipant may be: 1 is its consumers and providers
 */
export function namesAround(all: readonly Sides[], name: string, steps: number): string[] {
  const neighbours = neighboursIn(all);
  const reached = new Set([name]);
  let ring = [name];
  for (let step = 0; step < steps && ring.length > 0; step++) {
    ring = [...new Set(ring.flatMap((one) => neighbours.get(one) ?? []))].filter((one) => !reached.has(one));
    for (const one of ring) reached.add(one);
  }
  return [...reached];
}

/**
 * All pacticipants; where there are too many, those with the most contracts first, since they hold the network together.
 * @param max how many are drawn at most
 */
export function namesByWeight(all: readonly Sides[], max: number): string[] {
  const neighbours = neighboursIn(all);
  const names = [...neighbours.keys()];
  if (names.length <= max) return names;
  return names.toSorted((a, b) => (neighbours.get(b)?.length ?? 0) - (neighbours.get(a)?.length ?? 0));
}

/**
 * The first of some pacticipants, and the connections between them.
 * @param all every connection between them, and maybe others
 * @param max how many pacticipants are drawn at most
 */
export function partOf(all: readonly Connection[], names: readonly string[], max: number): Neighbourhood {
  const shown = new Set(names.slice(0, max));
  const connections = all.filter(({ consumer, provider }) => shown.has(consumer) && shown.has(provider));
  return {
    names: [...shown],
    connections: mostUrgent(connections),
    omitted: names.length - shown.size,
    omittedConnections: Math.max(0, connections.length - mostConnections),
  };
}

/** Those that fit a picture, in their order. */
function mostUrgent(connections: readonly Connection[]): readonly Connection[] {
  if (connections.length <= mostConnections) return connections;
  const byUrgency = connections.toSorted((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status));
  const kept = new Set(byUrgency.slice(0, mostConnections));
  return connections.filter((connection) => kept.has(connection));
}

/** Who has a contract with whom, in both directions. */
function neighboursIn(all: readonly Sides[]): Map<string, string[]> {
  const neighbours = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = neighbours.get(from);
    if (known) known.push(to);
    else neighbours.set(from, [to]);
  };
  for (const { consumer, provider } of all) {
    add(consumer, provider);
    add(provider, consumer);
  }
  return neighbours;
}
