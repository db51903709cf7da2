/** A contract between two pacticipants. */
export interface Relationship {
  readonly consumerId: number;
  readonly consumerName: string;
  readonly providerId: number;
  readonly providerName: string;
}

/**
 * The network as rows of a table, as diagrams of it read them: id, name, three numbers for their looks, place, and the
 * ids of the providers, filled up with zeros to equal length. Source: observed on the official broker.
 */
export function relationshipRows(relationships: readonly Relationship[]): (string | number)[][] {
  const rows = new Map<number, (string | number)[]>();
  const rowOf = (id: number, name: string) => {
    const row = rows.get(id) ?? [id, name, 1, 1, 0, rows.size + 1];
    rows.set(id, row);
    return row;
  };
  for (const { consumerId, consumerName, providerId, providerName } of relationships) {
    const consumer = rowOf(consumerId, consumerName);
    rowOf(providerId, providerName);
    consumer.push(providerId);
  }
  const length = Math.max(0, ...[...rows.values()].map((row) => row.length));
  return [...rows.values()].map((row) => [...row, ...Array<number>(length - row.length).fill(0)]);
}

/**
 * The relationships of a pacticipant, of those it has them with, and so on: step by step, until nobody new is found or
 * there are as many pacticipants as asked for.
 * @param all in the order they are to be in
 */
export function relationshipsAround(
  all: readonly Relationship[],
  pacticipantId: number,
  maxPacticipants = Infinity,
): Relationship[] {
  const group = new Set([pacticipantId]);
  let found: Relationship[] = [];
  for (let size = 0; group.size > size && (size === 0 || group.size < maxPacticipants);) {
    size = group.size;
    const known = new Set(group);
    found = all.filter(({ consumerId, providerId }) => known.has(consumerId) || known.has(providerId));
    for (const { consumerId, providerId } of found) group.add(consumerId).add(providerId);
  }
  return found;
}
