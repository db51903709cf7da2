import type { Outcome, Verdict } from './outcome.ts';

/** How the mutants of one module ended. */
export interface Score {
  readonly module: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Of those that ran, how many percent were noticed, rounded down; 100 where none ran. */
  readonly percent: number;
  /** How many percent must be. */
  readonly needs: number;
}

/** How many percent of all mutants the tests must notice. */
export const needsOverall = 92;

/**
 * The score of each module, in the order of their names, and of all together.
 *
 * @param needs - how many percent of a module's mutants must be noticed
 */
export function score(
  outcomes: readonly Outcome[],
  needs: ReadonlyMap<string, number>,
): { readonly modules: readonly Score[]; readonly all: Score } {
  const names = [...new Set(outcomes.map(({ mutant }) => mutant.module))].sort();
  return {
    modules: names.map((module) =>
      scoreOf(
        module,
        outcomes.filter(({ mutant }) => mutant.module === module),
        needs.get(module) ?? needsOverall,
      ),
    ),
    all: scoreOf('all', outcomes, needsOverall),
  };
}

function scoreOf(module: string, outcomes: readonly Outcome[], needs: number): Score {
  const counts = { noticed: 0, survived: 0, hung: 0, equivalent: 0, gone: 0 };
  for (const { verdict } of outcomes) counts[verdict] += 1;
  const ran = counts.noticed + counts.survived + counts.hung;
  return { module, counts, percent: ran === 0 ? 100 : Math.floor((100 * counts.noticed) / ran), needs };
}

/** A table of the scores, for a terminal and for Markdown alike. */
export function table(scores: readonly Score[]): string {
  const rows = [
    ['module', 'noticed', 'survived', 'hung', 'equivalent', 'gone', 'score', 'needs'],
    ...scores.map(({ module, counts, percent, needs }) => [
      module,
      ...[counts.noticed, counts.survived, counts.hung, counts.equivalent, counts.gone].map(String),
      `${percent} %`,
      `${needs} %`,
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))),
  );
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [lines[0]!, rule, ...lines.slice(1)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
