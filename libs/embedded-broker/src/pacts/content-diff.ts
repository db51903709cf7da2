import type * as Diff from 'diff';
import { stringify } from 'lossless-json';
import { lazyRequire } from '../lazy-require.ts';
import { sortedContent, withoutIds } from './content.ts';
import type { JsonTree } from './json-tree.ts';

/** How many lines that did not change are shown around those that did. */
const context = 3;

/**
 * What changed between two contents: a unified diff of their sorted JSON, without the ids that the broker gives, and
 * without header lines. Source: docs/official-broker/pacts.md#diffs.
 * @param timeoutMs how long comparing the lines may take, in milliseconds
 * @returns undefined when that took too long
 */
export function contentDiff(
  before: JsonTree,
  after: JsonTree,
  { timeoutMs }: { readonly timeoutMs: number },
): string | undefined {
  const { structuredPatch } = lazyRequire<typeof Diff>('diff');
  const options = { context, timeout: timeoutMs };
  const patch = structuredPatch('', '', comparable(before), comparable(after), undefined, undefined, options);
  return patch?.hunks.map(hunkText).join('\n');
}

function comparable(content: JsonTree): string {
  const published = withoutIds(content);
  return `${stringify(sortedContent(published), undefined, 2) ?? ''}\n`;
}

function hunkText({ oldStart, oldLines, newStart, newLines, lines }: Diff.StructuredPatchHunk): string {
  return [`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`, ...lines].join('\n');
}

/** A single line is told by its number alone. */
function range(start: number, lines: number): string {
  return lines === 1 ? String(start) : `${start},${lines}`;
}
