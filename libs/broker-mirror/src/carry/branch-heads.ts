import type { MirroredPacticipant } from '../inventory/index.ts';
import { mapConcurrently } from '../lanes.ts';
import { indexLink } from '../side.ts';
import type { Carrying } from './carrying.ts';

/**
 * Makes the head of each branch the same. The head is the version that was added last, which is not always the newest
 * one; adding a version again does not move it, so that it is taken off the branch and put back.
 * Source: docs/official-broker/pacticipants-and-versions.md#order-of-versions.
 */
export async function carryBranchHeads(
  carrying: Carrying,
  source: readonly MirroredPacticipant[],
  target: readonly MirroredPacticipant[],
): Promise<void> {
  const there = new Map(target.map((pacticipant) => [pacticipant.name, headsOf(pacticipant)]));
  await mapConcurrently(source, carrying.options, async (pacticipant) => {
    const heads = there.get(pacticipant.name);
    for (const [branch, version] of headsOf(pacticipant)) {
      if (heads?.get(branch) === version) continue;
      const values = { pacticipant: pacticipant.name, branch, version };
      const url = indexLink(carrying.to, 'pb:pacticipant-branch-version', values);
      await carrying.to.client.delete(url);
      await carrying.to.client.put(url, {});
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
