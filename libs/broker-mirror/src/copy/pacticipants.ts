import { findLink, requireLink } from '@pact-workshop/broker-client';
import type { Attributes, MirroredPacticipant } from '../inventory/index.ts';
import { mapConcurrently } from '../concurrency.ts';
import { indexLink } from '../connected-broker.ts';
import type { CopyContext } from './context.ts';

/**
 * Makes pacticipants and their attributes the same. This runs before the versions are copied, so that the main branch
 * is the source's, and again after them, as brokers guess a main branch that was never set.
 */
export async function copyPacticipants(
  { to, options }: CopyContext,
  source: readonly MirroredPacticipant[],
  target: readonly MirroredPacticipant[],
): Promise<void> {
  const there = new Map(target.map((pacticipant) => [pacticipant.name, pacticipant]));
  await mapConcurrently(source, options, async ({ name, attributes }) => {
    const other = there.get(name);
    const changes = changedAttributes(attributes, other?.attributes ?? {});
    if (other && Object.keys(changes).length === 0) return;
    await to.client.patch(indexLink(to, 'pb:pacticipant', { pacticipant: name }), { name, ...changes });
  });
}

/** Adds the missing labels to the target's pacticipants. */
export async function copyLabels(
  context: CopyContext,
  source: readonly MirroredPacticipant[],
  target: readonly MirroredPacticipant[],
): Promise<void> {
  const there = new Map(target.map(({ name, labels }) => [name, labels]));
  await mapConcurrently(source, context.options, async ({ name, labels }) => {
    const missing = labels.filter((label) => !there.get(name)?.includes(label));
    if (missing.length > 0) await label(context, name, missing);
  });
}

function changedAttributes(source: Attributes, target: Attributes): Record<string, string | null> {
  const names = new Set([...Object.keys(source), ...Object.keys(target)] as (keyof Attributes)[]);
  return Object.fromEntries(
    [...names].filter((name) => source[name] !== target[name]).map((name) => [name, source[name] ?? null]),
  );
}

async function label({ to, notCopied }: CopyContext, name: string, labels: readonly string[]) {
  const resource = await to.client.get(indexLink(to, 'pb:pacticipant', { pacticipant: name }));
  if (findLink(resource, 'pb:label') === undefined) {
    notCopied.push(`labels of ${name} (${labels.join(', ')}): the target has no labels`);
    return;
  }
  for (const label of labels) {
    await to.client.put(requireLink(resource, 'pb:label', to.client.baseUrl, { label }), {});
  }
}
