import { PactToolingError } from '../errors.ts';
import type { Notice } from './notice.ts';

/** The broker holds another content for this consumer version, or doubts a name (409). Nothing was published. */
export class PublicationConflictError extends PactToolingError {
  readonly notices: readonly Notice[];
  /** What changed against the published contents, as unified diffs; undefined when that is not the reason. */
  readonly diff: string | undefined;
  /** @param notices each conflict, followed by what changed where that is known */
  constructor(notices: readonly Notice[]) {
    super(notices.map(({ type, text }) => (type === 'info' ? `What changed:\n${text}` : text)).join('\n'));
    this.notices = notices;
    const diffs = notices.filter(({ type }) => type === 'info').map(({ text }) => text);
    this.diff = diffs.length === 0 ? undefined : diffs.join('\n');
  }
}
