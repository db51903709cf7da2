import type { Outcome } from './matrix.ts';

/** The matrix as a table in Markdown: a line for each check, a column for each Node. */
export function matrixTable(outcomes: readonly Outcome[]): string {
  const nodes = [...new Set(outcomes.map(({ node }) => node))];
  const byTitle = Map.groupBy(outcomes, ({ check }) => check.title);
  const rows = [...byTitle].map(([title, ofCheck]) => [
    title,
    ...nodes.map((version) => cell(ofCheck.find(({ node }) => node === version))),
  ]);
  const header = ['', ...nodes.map((version) => `Node ${version}`)];
  const widths = header.map((text, i) =>
    Math.max(...[header, ...rows].map((row) => row[i]?.length ?? 0), text.length),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((text, i) => text.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function cell(outcome: Outcome | undefined): string {
  if (!outcome) return '';
  return outcome.failure === undefined ? `yes, ${outcome.took.toFixed(1)} s` : 'NO';
}
