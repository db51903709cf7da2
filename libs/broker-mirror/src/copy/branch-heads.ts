import type { MirroredPacticipant } from '../inventory/index.ts';
import { mapConcurrently } from '../concurrency.ts';
import { indexLink } from '../connected-broker.ts';
import type { CopyContext } from './context.ts';

/**
 * Makes the head of each branch the same. The head is the version that was added last, which is not always the newest
 * one. Adding a version again does not make it the head, so it is removed from the branch first.
 * Source: docs/official-broker/pacticipants-and-versions.md#order-of-versions.
 */
export async function copyBranchHeads(
  context: CopyContext,
  source: readonly MirroredPacticipant[],
  target: readonly MirroredPacticipant[],
): Promise<void> {
  const there = new Map(target.map((pacticipant) => [pacticipant.name, headsOf(pacticipant)]));
  await mapConcurrently(source, context.options, async (pacticipant) => {
    const heads = there.get(pacticipant.name);
    for (const [branch, version] of headsOf(pacticipant)) {
      if (heads?.get(branch) === version) continue;
      const values = { pacticipant: pacticipant.name, branch, version };
      const url = indexLink(context.to, 'pb:pacticipant-branch-version', values);
      await context.to.client.delete(url);
      await context.to.client.put(url, {});
    }
  });
}

/** The version at the head of each branch. */
export function headsOf({ versions }: MirroredPacticipant): Map<string, string> {
  return new Map(
    versions.flatMap(({ number, branches }) =>
      branches.filter(({ isHead }) => isHead).map(({ name }): [string, string] => [name, number]),
    ),
  );
}
