import type { MatrixAnswer, MatrixRow } from '@pact-workshop/broker-client';

/** A live version that has no result, or a failure that the answer left out. */
export interface Missing {
  readonly row: MatrixRow;
  /** What the pacticipant is that is to be deployed. */
  readonly role: 'consumer' | 'provider';
  readonly environment: string;
  /** Whether further versions of the other side are live there. */
  readonly isOneOfMany: boolean;
}

/** A yes with what is missing for it: then it is not known, or a no. Without anything missing it stays as it is. */
export function withMissing(answer: MatrixAnswer, missing: readonly Missing[]): MatrixAnswer {
  if (missing.length === 0) return answer;
  const failed = missing.filter(({ row }) => row.success === false).length;
  const unknown = missing.length - failed;
  const { summary } = answer;
  return {
    deployable: unknown > 0 ? null : false,
    reasons: missing.map(inWords),
    rows: [...answer.rows, ...missing.map(({ row }) => row)],
    summary: { ...summary, failed: summary.failed + failed, unknown: summary.unknown + unknown },
  };
}

/** In the words of the brokers. */
function inWords({ row: { consumer, provider, success }, role, environment, isOneOfMany }: Missing): string {
  const deployed = (side: { name: string; version: string | undefined }) =>
    `version ${side.version} of ${side.name}`;
  const live = (side: { name: string; version: string | undefined }) =>
    `${isOneOfMany ? 'one of the versions' : 'the version'} of ${side.name} currently in ${environment} (${side.version})`;
  const [first, second] =
    role === 'consumer' ? [deployed(consumer), live(provider)] : [live(consumer), deployed(provider)];
  return success === false
    ? `The verification for the pact between ${first} and ${second} failed`
    : `There is no verified pact between ${first} and ${second}`;
}
