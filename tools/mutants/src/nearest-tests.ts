import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Mutant } from './mutant.ts';

/**
 * The tests of a mutant that are there. Where one is not, as in an older commit, those beside the mutant's file stand in
 * for it: all of its folder, or of the next folder above that has any.
 *
 * @param project - the folder of the mutant's project
 * @returns paths from the project's folder on; none where the project has no tests up there
 */
export async function nearestTests(project: string, { file, tests }: Mutant): Promise<readonly string[]> {
  const listed = await Promise.all(
    tests.map(async (test) => ({ test, isThere: (await testsIn(project, dirname(test))).includes(test) })),
  );
  const there = listed.filter(({ isThere }) => isThere).map(({ test }) => test);
  if (there.length === tests.length) return there;
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) {
    const beside = await testsIn(project, folder);
    if (beside.length > 0) return [...new Set([...there, ...beside])];
  }
  return there;
}

async function testsIn(project: string, folder: string): Promise<readonly string[]> {
  const names = await readdir(join(project, folder)).catch(() => []);
  return names
    .filter((name) => /(?<!\.pact)\.test\.(?:ts|mjs)$/.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}
