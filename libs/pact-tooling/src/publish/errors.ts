import { PactToolingError } from '@pact-workshop/broker-client';
import { onlyBoundariesDiffer } from './boundaries.ts';
import type { Notice } from './notice.ts';

/**
 * The broker has other content for this consumer version, or doubts a name (409). Nothing was published: publish under
 * another version, or correct the name.
 */
export class PublicationConflictError extends PactToolingError {
  /** All notices of the broker. */
  readonly notices: readonly Notice[];
  /** Unified diffs of the published contracts and these ones; undefined if there is another reason. */
  readonly diff: string | undefined;
  constructor(messages: readonly string[], notices: readonly Notice[]) {
    super(messages.flatMap((message) => [message, ...changesOf(message, notices)]).join('\n'));
    const diffs = notices.filter(isDiff).map(({ text }) => text);
    this.notices = notices;
    this.diff = diffs.length > 0 ? diffs.join('\n') : undefined;
  }
}

const boundaryAdvice =
  'Only multipart boundaries differ: Pact generates new ones for each run. Give a constant boundary as the last ' +
  'argument of multipartBody (PactV4) or withRequestMultipartFileUpload (PactV3) in the consumer’s test.';

/** The changes of a contract, which the broker has in the notice after the message. */
function changesOf(message: string, notices: readonly Notice[]): string[] {
  const next = notices[notices.findIndex(({ text }) => text === message) + 1];
  if (!next || !isDiff(next)) return [];
  return [`What changed:\n${next.text}`, ...(onlyBoundariesDiffer(next.text) ? [boundaryAdvice] : [])];
}

function isDiff({ type }: Notice): boolean {
  return type === 'info';
}
