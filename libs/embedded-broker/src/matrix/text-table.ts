import type { Verdict } from './verdict.ts';

const header = ['CONSUMER', 'C_VERSION', 'REVISION', 'PROVIDER', 'P_VERSION', 'NUMBER', 'SUCCESS'];

/** The matrix as text, with the verdict below it. */
export function matrixText(verdict: Verdict, limit: number): string {
  const reasons = verdict.notices.map(({ text }) => text).join('\n');
  const conclusion = `Deployable: ${verdict.deployable ?? 'nil'}\nReason: ${reasons}\n`;
  const rows = [...verdict.considered, ...verdict.ignoredRows]
    .slice(0, limit)
    .map(({ pact, providerVersion, result }) => [
      pact.consumerName,
      pact.consumerVersion.number,
      String(pact.revision),
      pact.providerName,
      providerVersion?.number ?? '',
      result ? String(result.number) : '',
      result ? String(result.success) : '',
    ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ');
  const rule = widths.map((width) => '-'.repeat(width)).join('-|-');
  const table = rows.length > 0 ? [line(header), rule, ...rows.map(line)].join('\n') : 'No data.';
  return `${table}\n\n${conclusion}`;
}
