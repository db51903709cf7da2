import { Urls } from '../../http/index.ts';
import { mostAtOnceMs, parseTree, type ContentsToCompare, type Publication } from '../../pacts/index.ts';
import { compareInteractions } from './compare.ts';
import { diffPage } from './page.ts';

/** Two pacts of an integration, as plain values: comparing them may need a thread of its own. */
export interface PactsToCompare {
  readonly before: Publication;
  readonly after: Publication;
  readonly contents: ContentsToCompare;
  /** The base of the page's links. */
  readonly base: string;
  /** ISO 8601. */
  readonly now: string;
}

/** The page that compares two pacts. */
export function comparisonPage(pacts: PactsToCompare): string {
  return shown(pacts, changesOf(pacts));
}

/** The same; undefined where finding the lines that differ would hold up other requests. */
export function quickComparisonPage(pacts: PactsToCompare): string | undefined {
  const changes = changesOf(pacts, mostAtOnceMs);
  const tookTooLong = changes.some(({ kind, lines }) => kind === 'changed' && lines === undefined);
  return tookTooLong ? undefined : shown(pacts, changes);
}

function changesOf({ contents }: PactsToCompare, patienceMs?: number) {
  return compareInteractions(parseTree(contents.before), parseTree(contents.after), patienceMs);
}

function shown({ before, after, base, now }: PactsToCompare, changes: ReturnType<typeof changesOf>): string {
  return diffPage({ before, after, changes }, { links: new Urls(base), now });
}
