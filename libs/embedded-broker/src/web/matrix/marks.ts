import type { MatrixRow } from '../../matrix/index.ts';

/** What is remarkable about a row besides its result. */
export interface Marks {
  /** Which of the contents that several shown versions share, from 1; undefined for a content of its own. */
  readonly content: number | undefined;
  /** Whether the content had been verified before this version published it. */
  readonly preVerified: boolean;
}

/** Finds versions that published the same content, among the rows that are shown. */
export function marksOf(rows: readonly MatrixRow[]): (row: MatrixRow) => Marks {
  const versions = new Map<number, Set<number>>();
  for (const { pact } of rows) {
    const known = versions.get(pact.pactVersionId);
    if (known) known.add(pact.consumerVersion.id);
    else versions.set(pact.pactVersionId, new Set([pact.consumerVersion.id]));
  }
  const shared = [...versions].filter(([, ids]) => ids.size > 1).map(([id]) => id);
  const numbers = new Map(shared.map((id, i) => [id, i + 1]));
  return ({ pact, result }) => ({
    content: numbers.get(pact.pactVersionId),
    preVerified: result !== null && result.verifiedAt < pact.publishedAt,
  });
}
