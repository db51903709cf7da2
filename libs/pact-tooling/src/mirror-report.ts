import type { MirrorReport } from '@pact-workshop/broker-mirror';
import { textTable } from './text-table.ts';

/** The most differences of a list to show. */
const shown = 20;

/**
 * The report of a mirror run as text, for people.
 * @returns a table of the counts, and what differs, in lines without a line break at the end
 * @example
 * ```ts
 * import { formatMirrorReport, mirror } from '@pact-workshop/pact-tooling';
 *
 * const report = await mirror({
 *   from: 'http://127.0.0.1:9292',
 *   to: { baseUrl: 'https://broker.example.org', token: 'a token that may write' },
 *   dryRun: true,
 * });
 * console.log(formatMirrorReport(report));
 * ```
 */
export function formatMirrorReport(report: MirrorReport): string {
  const { counts, dryRun, differences, notCarried, verdicts, agrees } = report;
  const rows = counts
    .filter(({ from, onlyThere }) => from > 0 || onlyThere > 0)
    .map(({ what, from, to, carried, onlyThere }) => [what, from, to, carried, onlyThere].map(String));
  const header = ['', 'FROM', 'TO', dryRun ? 'TO COPY' : 'COPIED', 'ONLY IN TO'];
  return [
    textTable(header, rows, { isRightAligned: (column) => column > 0 }),
    section('Not migrated:', notCarried, Infinity),
    section('The brokers differ:', differences, shown),
    ...(verdicts ? [verdictText(verdicts.asked, verdicts.differences)] : []),
    conclusion(dryRun, agrees),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function verdictText(asked: number, differences: readonly string[]): string {
  const text = `Asked both brokers ${asked} times what can be deployed: ${asked - differences.length} answers agree.`;
  return [text, section('Answers that differ:', differences, shown)].filter((part) => part !== '').join('\n');
}

function conclusion(dryRun: boolean, agrees: boolean): string {
  if (dryRun) return 'Dry run: nothing was written.';
  return agrees ? '✅ Both brokers agree.' : '❌ The brokers do not agree.';
}

function section(title: string, lines: readonly string[], limit: number): string {
  if (lines.length === 0) return '';
  const rest = lines.length > limit ? [`  … and ${lines.length - limit} more`] : [];
  return [title, ...lines.slice(0, limit).map((line) => `  - ${line}`), ...rest].join('\n');
}
