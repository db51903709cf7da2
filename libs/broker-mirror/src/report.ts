import type { Count } from './compare.ts';
import type { Verdicts } from './verdicts.ts';

/** One line of the table: a kind of thing, and how many there are. */
export interface MirrorCount {
  readonly what: string;
  readonly from: number;
  /** Of those that the source has. */
  readonly to: number;
  /** Now carried; in a dry run, what would be. */
  readonly carried: number;
  readonly onlyThere: number;
}

export interface MirrorReport {
  readonly dryRun: boolean;
  /** Whether the target has all that the source has and answers alike. */
  readonly agrees: boolean;
  readonly counts: readonly MirrorCount[];
  /** Where the sides differ. */
  readonly differences: readonly string[];
  /** What does not come along. */
  readonly notCarried: readonly string[];
  readonly verdicts: Verdicts | undefined;
}

interface Findings {
  readonly dryRun: boolean;
  readonly before: readonly Count[];
  readonly after: readonly Count[];
  readonly differences: readonly string[];
  readonly notCarried: readonly string[];
  readonly verdicts: Verdicts | undefined;
}

/** Puts together what a run found. */
export function reportOf(findings: Findings): MirrorReport {
  const { dryRun, before, after, notCarried, verdicts } = findings;
  const counts = after.map(({ what, from, to, onlyThere }, i) => ({
    what,
    from,
    to,
    carried: dryRun ? from - to : to - (before[i]?.to ?? 0),
    onlyThere,
  }));
  const differences = dryRun ? [] : [...findings.differences, ...after.flatMap(differencesOf)];
  return {
    dryRun,
    agrees: differences.length === 0 && (verdicts?.differences.length ?? 0) === 0,
    counts,
    differences,
    notCarried,
    verdicts,
  };
}

function differencesOf({ what, missing, extra, mustAgree }: Count): string[] {
  return [
    ...missing.map((thing) => `${what}: not at the target: ${thing}`),
    ...(mustAgree ? extra.map((thing) => `${what}: only at the target: ${thing}`) : []),
  ];
}
