import type { RowId } from '../../api/index.ts';
import type { Answered } from '../compare.ts';

/** A difference on purpose in the answers of random histories. */
export interface DocumentedDifference {
  /** The subject of the entry in `accepted-differences/` that tells of it in docs/broker.md. */
  readonly subject: string;
  readonly rows: readonly RowId[];
  /** Places as `Difference` names them, with `[]` for any element; one that ends in `*` stands for all that begin so. */
  readonly places: readonly string[];
  /** What else has to be so, where the place says too little. */
  readonly when?: (answered: Answered) => boolean;
}
