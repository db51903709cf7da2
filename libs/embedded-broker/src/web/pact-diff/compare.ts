import { diffLines } from 'diff';
import { isObject, sortedKeys, treeText, type JsonTree } from '../../pacts/index.ts';
import { interactionsOf, type Interaction } from '../pact/interaction.ts';
import { prettyJson } from '../pact/pretty-json.ts';
import { readableDocument } from '../pact/readable-document.ts';
import { bestPairs } from './pairs.ts';

/** A run of lines of an interaction. */
export interface Lines {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** An interaction of one of two pacts, or of both, and what became of it. */
export interface InteractionChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'renamed' | 'same';
  readonly interaction: Interaction;
  /** Of a renamed one, the description that it had. */
  readonly formerName?: string;
  /** Of a changed one, all its lines; undefined where comparing took too long. */
  readonly lines?: readonly Lines[] | undefined;
}

/** How long comparing the lines of one pair of pacts may take, in milliseconds. */
const longestMs = 500;
/** How many unchanged lines are kept around a change. */
const context = 3;

/**
 * Compares two pacts by interaction: those with the same description and provider states are taken for the same one; of
 * several such, those that are most alike. What is left and differs in its description alone was renamed. Order and ids
 * mean nothing else.
 * @param patienceMs how long comparing lines may take, in milliseconds
 */
export function compareInteractions(
  before: JsonTree,
  after: JsonTree,
  patienceMs = longestMs,
): InteractionChange[] {
  const deadline = performance.now() + patienceMs;
  const [old, fresh] = [interactionsOf(before), interactionsOf(after)];
  const former = partnersIn(old, fresh);
  const renamed = renamedIn(without(old, former.values()), without(fresh, former.keys()));
  const changes = fresh.map((interaction): InteractionChange => {
    const partner = former.get(interaction);
    const formerName = renamed.get(interaction)?.description;
    if (formerName !== undefined) return { kind: 'renamed', interaction, formerName };
    if (!partner) return { kind: 'added', interaction };
    const [left, right] = [shownTree(partner.document), shownTree(interaction.document)];
    if (treeText(left) === treeText(right)) return { kind: 'same', interaction };
    const lines = changedLines(...readablePair(left, right), deadline - performance.now());
    return { kind: 'changed', interaction, lines };
  });
  const removed = without(old, [...former.values(), ...renamed.values()]);
  return [...changes, ...removed.map((interaction) => ({ kind: 'removed' as const, interaction }))];
}

/** What became of which interaction: for each of the later ones the former one, if there is one. */
function partnersIn(
  old: readonly Interaction[],
  fresh: readonly Interaction[],
): ReadonlyMap<Interaction, Interaction> {
  const byKey = Map.groupBy(old, keyOf);
  const partners = new Map<Interaction, Interaction>();
  for (const [key, group] of Map.groupBy(fresh, keyOf)) {
    const candidates = byKey.get(key) ?? [];
    const trees = (list: readonly Interaction[]) => list.map(({ document }) => shownTree(document));
    bestPairs(trees(candidates), trees(group)).forEach((place, i) => {
      const [partner, interaction] = [candidates[place ?? -1], group[i]];
      if (partner && interaction) partners.set(interaction, partner);
    });
  }
  return partners;
}

/** For each of the later ones that differs in its description alone, the former one; of several such, in their order. */
function renamedIn(
  old: readonly Interaction[],
  fresh: readonly Interaction[],
): ReadonlyMap<Interaction, Interaction> {
  const byContent = Map.groupBy(old, contentWithoutName);
  return new Map(
    fresh.flatMap((interaction) => {
      const partner = byContent.get(contentWithoutName(interaction))?.shift();
      return partner ? [[interaction, partner] as const] : [];
    }),
  );
}

function contentWithoutName({ document }: Interaction): string {
  const tree = shownTree(document);
  return treeText(isObject(tree) ? { ...tree, description: null } : tree);
}

function without(all: readonly Interaction[], others: Iterable<Interaction>): Interaction[] {
  const left = new Set(others);
  return all.filter((interaction) => !left.has(interaction));
}

function keyOf({ kind, description, states }: Interaction): string {
  return JSON.stringify([kind, description, states.map(({ name }) => name)]);
}

function shownTree(document: JsonTree): JsonTree {
  if (!isObject(document)) return document;
  const { _id, ...rest } = document;
  return sortedKeys(rest);
}

/** Both as people read them; as they are written where only that differs. */
function readablePair(left: JsonTree, right: JsonTree): [JsonTree, JsonTree] {
  const readable: [JsonTree, JsonTree] = [readableDocument(left), readableDocument(right)];
  return treeText(readable[0]) === treeText(readable[1]) ? [left, right] : readable;
}

function changedLines(left: JsonTree, right: JsonTree, timeout: number): Lines[] | undefined {
  return diffLines(prettyJson(left), prettyJson(right), { timeout })?.map(
    ({ value, added, removed }, i, all) => {
      const kind = added ? 'added' : removed ? 'removed' : 'same';
      return { kind, text: kind === 'same' ? shortenedRun(value, i === 0, i === all.length - 1) : value };
    },
  );
}

/** Unchanged lines, without those far from a change. */
function shortenedRun(text: string, isFirst: boolean, isLast: boolean): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const start = isFirst ? 0 : context;
  const end = isLast ? 0 : context;
  if (lines.length <= start + end + 1) return text;
  const kept = [...lines.slice(0, start), '…', ...(end === 0 ? [] : lines.slice(-end))];
  return `${kept.join('\n')}\n`;
}
