import type { MatrixRow } from '@pact-workshop/broker-client';
import { textTable } from '../text-table.ts';
import type { CanIDeployResult } from './can-i-deploy.ts';

const header = ['CONSUMER', 'C.VERSION', 'PROVIDER', 'P.VERSION', 'SUCCESS?', 'RESULT#'];

/**
 * The verdict in the format of the official clients: yes or no, the table, the links to results, and the reasons.
 * @returns lines without a line break at the end
 * @example
 * ```ts
 * import { canIDeploy, formatVerdict } from '@pact-workshop/pact-tooling';
 *
 * const answer = await canIDeploy({ pacticipant: 'UserService', version: '2.0.0', environment: 'test' });
 * console.log(formatVerdict(answer));
 * ```
 */
export function formatVerdict({ deployable, rows, reasons }: CanIDeployResult): string {
  const results = rows.filter(({ resultUrl }) => resultUrl !== undefined);
  return [
    deployable === true ? 'Computer says yes \\o/' : 'Computer says no ¯\\_(ツ)_/¯',
    ...(rows.length > 0 ? ['', table(rows, results)] : []),
    ...(results.length > 0
      ? ['', 'VERIFICATION RESULTS', '--------------------', ...results.map(resultLine)]
      : []),
    '',
    ...reasons,
  ].join('\n');
}

function table(rows: readonly MatrixRow[], results: readonly MatrixRow[]): string {
  const cells = rows.map((row) => [
    row.consumer.name,
    row.consumer.version,
    row.provider.name,
    row.provider.version ?? '???',
    `${row.success ?? '???'}${row.ignored ? ' [ignored]' : ''}`,
    row.resultUrl === undefined ? '' : String(results.indexOf(row) + 1),
  ]);
  return textTable(header, cells, { separator: ' | ', ruleSeparator: '-|-' });
}

function resultLine({ success, resultUrl }: MatrixRow, i: number): string {
  return `${i + 1}. ${resultUrl} (${success ? 'success' : 'failure'})`;
}
