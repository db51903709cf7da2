import type { Runner } from './options.ts';
import type { Repository } from './repository.ts';

/** A file to write. */
export interface PlannedFile {
  readonly path: string;
  readonly content: string;
}

/** What one side needs. */
export interface SidePlan {
  readonly files: readonly PlannedFile[];
  /** For package.json, by name. */
  readonly scripts: Readonly<Record<string, string>>;
  /** What was found, and what could not be told, as sentences. */
  readonly notes: readonly string[];
}

/** What both sides are planned from. */
export interface Given {
  readonly repository: Repository;
  readonly name: string;
  readonly runner: Runner;
  /** Whether `test` and `expect` of Jest are typed without an import. */
  readonly hasGlobalTypes: boolean;
}
