import { isDeepStrictEqual } from 'node:util';
import type { MirroredEnvironment } from '../inventory/index.ts';
import { indexLink } from '../side.ts';
import { unlessRefused, type Carrying } from './carrying.ts';

/** Makes environments the same, by name: a broker gives each a UUID of its own. */
export async function carryEnvironments(
  carrying: Carrying,
  source: readonly MirroredEnvironment[],
  target: readonly MirroredEnvironment[],
): Promise<void> {
  const { to } = carrying;
  const there = new Map(target.map((environment) => [environment.name, environment]));
  for (const { name, body } of source) {
    const other = there.get(name);
    if (isDeepStrictEqual(other?.body, body)) continue;
    await unlessRefused(carrying, `the environment ${name}`, () =>
      other ? to.client.put(other.url, body) : to.client.post(indexLink(to, 'pb:environments'), body),
    );
  }
}
