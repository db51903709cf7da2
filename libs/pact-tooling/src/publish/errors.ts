import { PactToolingError } from '@pact-workshop/broker-client';
import { onlyBoundariesDiffer } from './boundaries.ts';
import type { Notice } from './notice.ts';

/** The broker holds another content for this consumer version, or doubts a name (409). Nothing was published. */
export class PublicationConflictError extends PactToolingError {
  readonly notices: readonly Notice[];
  /** What changed in the contracts against what is published, as unified diffs; undefined when that is not the reason. */
  readonly diff: string | undefined;
  constructor(messages: readonly string[], notices: readonly Notice[]) {
    super(messages.flatMap((message) => [message, ...changesOf(message, notices)]).join('\n'));
    const diffs = notices.filter(isDiff).map(({ text }) => text);
    this.notices = notices;
    this.diff = diffs.length > 0 ? diffs.join('\n') : undefined;
  }
}

const boundaryAdvice =
  'Only multipart boundaries differ: Pact makes them up anew with each run. Give a boundary of your own as the last ' +
  'argument of multipartBody (PactV4) or withRequestMultipartFileUpload (PactV3) in the consumer’s test.';

/** The broker has what changed in a contract behind the notice that says so. */
function changesOf(message: string, notices: readonly Notice[]): string[] {
  const next = notices[notices.findIndex(({ text }) => text === message) + 1];
  if (!next || !isDiff(next)) return [];
  return [`What changed:\n${next.text}`, ...(onlyBoundariesDiffer(next.text) ? [boundaryAdvice] : [])];
}

function isDiff({ type }: Notice): boolean {
  return type === 'info';
}
