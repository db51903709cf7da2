import type { Database } from '../../src/database/index.ts';

/** A direction in which history grows. */
export interface Axis {
  readonly name: string;
  /** How many rows (or kilobytes) it has at its largest. */
  readonly size: number;
  /** Writes what comes before the versions that are asked about. */
  readonly grow?: (database: Database, count: number) => void;
  /** Writes what belongs to these versions. */
  readonly finish?: (database: Database, count: number) => void;
}
