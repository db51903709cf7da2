import { PactToolingError } from '@pact-workshop/broker-client';
import { buildInfo } from '../build/index.ts';

export const branchTagOption = [
  '-g, --tag-with-git-branch',
  'also tag it with the name of the branch',
] as const;

/** Collects the values of a repeatable option, which may be lists of names. */
export function collectList(value: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), ...value.split(',').map((name) => name.trim())];
}

/**
 * The branch as a tag.
 * @param given version and branch of the options
 * @throws PactToolingError without a branch
 */
export function branchTag(given: {
  readonly version: string | undefined;
  readonly branch?: string | undefined;
}): string {
  const { branch } = buildInfo(given);
  if (branch === undefined) {
    throw new PactToolingError(
      '--tag-with-git-branch needs a branch, but there is none. Set it with VERSION_BRANCH, or omit the option.',
    );
  }
  return branch;
}
