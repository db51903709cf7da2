import { changesOf } from './changes.ts';
import type { InitOptions } from './options.ts';
import { planInit } from './plan.ts';
import { readRepository } from './read-repository.ts';
import { reportOf } from './report.ts';
import { presentIn, writeChanges } from './write.ts';

/**
 * Reads a repository and writes its first contract test or verification, a pipeline, and scripts.
 * @param folder absolute path, with the package.json
 * @param version of the tooling, for the pipeline
 * @returns what was done and what comes next, for a terminal
 * @throws PactToolingError where something can't be told or written; nothing is changed then
 */
export function initialize(
  folder: string,
  { force = false, dryRun = false, ...options }: InitOptions & { force?: boolean; dryRun?: boolean },
  version: string,
): string {
  const repository = readRepository(folder);
  const plan = planInit(repository, options, version);
  const changes = changesOf(plan, presentIn(folder), force);
  if (!dryRun) writeChanges(folder, changes);
  return reportOf(repository, plan, changes, dryRun);
}
