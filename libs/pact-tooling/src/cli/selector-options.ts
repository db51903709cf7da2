import type { Selector } from '@pact-workshop/broker-client';
import type { Command } from 'commander';
import { buildInfo } from '../build/index.ts';

/** The selectors in the order of the command line: `--version` and others belong to the name before them. */
export interface Collected {
  readonly selectors: Selector[];
  readonly ignored: Selector[];
}

/** Only a name means the version that is checked out here. */
export function withDetectedVersion(selector: Selector): Selector {
  const { version, latest, branch, mainBranch } = selector;
  const says = version !== undefined || latest || branch !== undefined || mainBranch;
  return says ? selector : { ...selector, version: buildInfo({ versionOption: '--version' }).version };
}

export function addSelectorOptions(command: Command, { selectors, ignored }: Collected): void {
  let list = selectors;
  /** Options before the first name. */
  let early: Partial<Selector> = {};
  const start = (target: Selector[]) => (pacticipant: string) => {
    list = target;
    target.push({ pacticipant, ...early });
    early = {};
    return pacticipant;
  };
  const amend = (fields: Partial<Selector>) => {
    const last = list.pop();
    if (last) list.push({ ...last, ...fields });
    else early = { ...early, ...fields };
  };
  const amending = (fields: (value: string) => Partial<Selector>) => (value: string) => {
    amend(fields(value));
    return value;
  };
  command
    .option(
      '-a, --pacticipant <name>',
      'name of the pacticipant; may be repeated, with a version, for others that must work with it',
      start(selectors),
    )
    .option(
      '-e, --version <version>',
      'its version (default: VERSION_COMMIT, else the CI’s commit, else git’s)',
      amending((version) => ({ version })),
    )
    .option('-l, --latest [tag]', 'its latest version, or the latest with the tag')
    .option(
      '--branch <name>',
      'the head of this branch',
      amending((branch) => ({ branch })),
    )
    .option('--main-branch', 'the head of its main branch')
    .option(
      '--ignore <name>',
      'ignore this pacticipant (or a --version of it); may be repeated',
      start(ignored),
    );
  command.on('option:latest', (tag: string | null) => amend({ latest: tag ?? true }));
  command.on('option:main-branch', () => amend({ mainBranch: true }));
}
