import { PactToolingError } from '../errors.ts';
import type { Notice } from './notice.ts';

/** The broker holds another content for this consumer version, or doubts a name (409). Nothing was published. */
export class PublicationConflictError extends PactToolingError {
  readonly notices: readonly Notice[];
  /** What changed against the published content, as a unified diff; undefined when that is not the reason. */
  readonly diff: string | undefined;
  constructor(messages: readonly string[], notices: readonly Notice[]) {
    const diff = notices.find(({ type }) => type === 'info')?.text;
    super([...messages, ...(diff === undefined ? [] : [`What changed:\n${diff}`])].join('\n'));
    this.notices = notices;
    this.diff = diff;
  }
}
