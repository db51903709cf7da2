import {
  isCompared,
  type AcceptedDifference,
  type Kind,
} from '../accepted-differences/accepted-difference.ts';
import { alignedTable } from './table.ts';

const begin = '<!-- accepted-differences -->';
const end = '<!-- /accepted-differences -->';

/** A heading for each kind, in the order of the page. */
const headings: Readonly<Record<Kind, string>> = {
  'another answer': 'What changes an answer',
  safer: 'What is safer',
  cosmetic: 'What is cosmetic',
};

/**
 * docs/broker.md with a table for each kind of accepted differences, between its two markers.
 * @throws Error where the page lacks a marker
 */
export function withDifferences(page: string, accepted: readonly AcceptedDifference[]): string {
  const [before, rest] = cut(page, begin);
  const [, after] = cut(rest, end);
  const sections = Object.entries(headings).map(([kind, heading]) => {
    const ofKind = accepted.filter((difference) => difference.kind === kind);
    return `### ${heading}\n\n${differencesTable(ofKind)}\n`;
  });
  return `${before}${begin}\n\n${sections.join('\n')}\n${end}${after}`;
}

function differencesTable(accepted: readonly AcceptedDifference[]): string {
  return alignedTable(
    ['subject', 'the official broker', 'here, because'],
    accepted.map((difference) => [
      isCompared(difference) ? difference.subject : `_${difference.subject}_`,
      difference.official,
      difference.here,
    ]),
  );
}

function cut(text: string, marker: string): readonly [string, string] {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`docs/broker.md has no ${marker}.`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}
