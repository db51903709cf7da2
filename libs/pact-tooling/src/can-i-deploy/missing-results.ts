import type { MatrixAnswer, MatrixRow } from '@pact-workshop/broker-client';

/** A live version without a result, or with a failure that is missing in the answer. */
export interface Missing {
  readonly row: MatrixRow;
  /** The role of the pacticipant to deploy. */
  readonly role: 'consumer' | 'provider';
  readonly environment: string;
  /** Whether the other pacticipant has more live versions there. */
  readonly isOneOfMany: boolean;
}

/** The answer with missing results, which make a yes unknown, or a no. Without any, it is the same. */
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

/** A reason in the words of the brokers. */
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
