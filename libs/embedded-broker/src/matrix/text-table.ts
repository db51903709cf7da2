import { textTable } from '../http/index.ts';
import type { MatrixAnswer } from './answer.ts';

const header = ['CONSUMER', 'C_VERSION', 'REVISION', 'PROVIDER', 'P_VERSION', 'NUMBER', 'SUCCESS'];

/** The matrix as text, with the verdict below it. */
export function matrixText({ notices, deployable, shown }: MatrixAnswer): string {
  const reasons = notices.map(({ text }) => text).join('\n');
  const rows = shown.map(({ row: { pact, providerVersion, result } }) => [
    pact.consumerName,
    pact.consumerVersion.number,
    String(pact.revision),
    pact.providerName,
    providerVersion?.number ?? '',
    result ? String(result.number) : '',
    result ? String(result.success) : '',
  ]);
  return `${textTable(header, rows)}\n\nDeployable: ${deployable ?? 'nil'}\nReason: ${reasons}\n`;
}
