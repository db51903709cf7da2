import { isDeepStrictEqual } from 'node:util';
import type { MirroredEnvironment } from '../inventory/index.ts';
import { indexLink } from '../connected-broker.ts';
import type { CopyContext } from './context.ts';
import { unlessRefused } from './refusals.ts';

/** Makes the target's environments equal to the source's. Names identify them, as each broker gives its own UUIDs. */
export async function copyEnvironments(
  context: CopyContext,
  source: readonly MirroredEnvironment[],
  target: readonly MirroredEnvironment[],
): Promise<void> {
  const { to } = context;
  const there = new Map(target.map((environment) => [environment.name, environment]));
  for (const { name, body } of source) {
    const other = there.get(name);
    if (isDeepStrictEqual(other?.body, body)) continue;
    await unlessRefused(context, `the environment ${name}`, () =>
      other ? to.client.put(other.url, body) : to.client.post(indexLink(to, 'pb:environments'), body),
    );
  }
}
