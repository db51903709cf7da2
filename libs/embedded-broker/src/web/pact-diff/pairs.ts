import { prettyJson } from '../pact/pretty-json.ts';
import type { JsonTree } from '../../pacts/index.ts';

/** How many comparisons finding the best pairs may take; where it would be more, order alone decides. */
const mostComparisons = 2500;

/**
 * Pairs documents that could be the same one, each with one of the others: those that say the same first, then those
 * that have the most lines in common, in their order where they have equally many.
 * @returns for each of `after` the place of its partner in `before`; undefined where none is left
 */
export function bestPairs(before: readonly JsonTree[], after: readonly JsonTree[]): (number | undefined)[] {
  const old = before.map((document) => prettyJson(document));
  const fresh = after.map((document) => prettyJson(document));
  const same = Map.groupBy(old.keys(), (from) => old[from] as string);
  const partners = fresh.map((text) => same.get(text)?.shift());
  const taken = new Set(partners);
  const left = [...old.keys()].filter((from) => !taken.has(from));
  const waiting = [...fresh.keys()].filter((to) => partners[to] === undefined);
  if (left.length * waiting.length > mostComparisons) {
    waiting.forEach((to, i) => (partners[to] = left[i]));
    return partners;
  }
  const leftLines = left.map((from) => [from, linesOf(old[from] as string)] as const);
  const candidates = waiting.flatMap((to) => {
    const lines = linesOf(fresh[to] as string);
    return leftLines.map(([from, others]) => ({ from, to, sameness: sameness(others, lines) }));
  });
  // Sorting is stable: of equal ones those come first that came first.
  candidates.sort((a, b) => b.sameness - a.sameness);
  for (const { from, to } of candidates) {
    if (taken.has(from) || partners[to] !== undefined) continue;
    taken.add(from);
    partners[to] = from;
  }
  return partners;
}

type Lines = ReadonlyMap<string, number>;

/** How often each line occurs; a comma at its end only says that another follows. */
function linesOf(text: string): Lines {
  const lines = new Map<string, number>();
  for (const part of text.split('\n')) {
    const line = part.replace(/,$/, '');
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return lines;
}

/** From 0, nothing in common, to 1, the same lines. */
function sameness(left: Lines, right: Lines): number {
  let common = 0;
  for (const [line, count] of left) common += Math.min(count, right.get(line) ?? 0);
  return (2 * common) / (total(left) + total(right));
}

function total(lines: Lines): number {
  let sum = 0;
  for (const count of lines.values()) sum += count;
  return sum;
}
