/** Kinds of differences, as docs/broker.md has a table for each. */
export type Kind = 'another answer' | 'safer' | 'cosmetic';

/** A difference that is meant: it stays. Whatever differs and is not listed is a fault. Its texts are Markdown. */
export type AcceptedDifference = ComparedDifference | UncomparedDifference;

interface Told {
  readonly subject: string;
  readonly kind: Kind;
  /** What the official broker does. */
  readonly official: string;
  /** What the embedded broker does in its place, and why where that is not plain. */
  readonly here: string;
}

/** A difference that the comparison sees. */
export interface ComparedDifference extends Told {
  /** Why it is meant, in a clause. */
  readonly why: string;
  readonly seen: readonly Sighting[];
}

/** A difference that is known otherwise: no scenario shows it. */
interface UncomparedDifference extends Told {
  readonly seen: 'in no scenario';
}

/** Where a difference is seen. */
export interface Sighting {
  /** Row of the API table, or command of the CLI table. */
  readonly row: string;
  /** Names of the steps; `any` for what is so wherever the row's resource is shown. */
  readonly steps: readonly string[] | 'any';
  /** Places as `Difference` names them; one that ends in `*` stands for all that begin so. */
  readonly places: readonly string[];
}

/** Whether a scenario shows a difference. */
export function isCompared(difference: AcceptedDifference): difference is ComparedDifference {
  return difference.seen !== 'in no scenario';
}
