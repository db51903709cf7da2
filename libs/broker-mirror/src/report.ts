import type { KindCount } from './compare-content.ts';
import type { AnswerComparison } from './compare-answers.ts';

/** How many items of a kind there are, and how many of them were copied. */
export interface MirrorCount {
  /** The kind. */
  readonly what: string;
  /** How many the source has. */
  readonly from: number;
  /** How many of those the target has. */
  readonly to: number;
  /** How many were copied by this run, or would be by a dry run. */
  readonly carried: number;
  /** How many others the target has. */
  readonly onlyThere: number;
}

/** The result of {@link mirror}. */
export interface MirrorReport {
  /** Whether nothing was written. */
  readonly dryRun: boolean;
  /** Whether the target has everything that the source has, and gives the same answers. */
  readonly agrees: boolean;
  /** A count for each kind: versions, pacts, results, … */
  readonly counts: readonly MirrorCount[];
  /** Where the brokers differ, a line each. */
  readonly differences: readonly string[];
  /** What was not migrated, a line each. */
  readonly notCarried: readonly string[];
  /** What both brokers say can be deployed; undefined if they were not asked. */
  readonly verdicts: AnswerComparison | undefined;
}

interface Findings {
  readonly dryRun: boolean;
  readonly before: readonly KindCount[];
  readonly after: readonly KindCount[];
  readonly differences: readonly string[];
  readonly notCarried: readonly string[];
  readonly verdicts: AnswerComparison | undefined;
}

/** The report on a run. */
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

function differencesOf({ what, missing, extra, mustAgree }: KindCount): string[] {
  return [
    ...missing.map((item) => `${what}: not at the target: ${item}`),
    ...(mustAgree ? extra.map((item) => `${what}: only at the target: ${item}`) : []),
  ];
}
