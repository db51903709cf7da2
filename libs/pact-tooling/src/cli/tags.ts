import { PactToolingError } from '@pact-workshop/broker-client';
import { buildInfo } from '../build/index.ts';

export const branchTagOption = [
  '-g, --tag-with-git-branch',
  'put the name of the branch on it as a tag, too',
] as const;

/** Collects the values of an option that may be repeated, and have several names in a list. */
export function collectList(value: string, previous: readonly string[] | undefined): string[] {
  return [...(previous ?? []), ...value.split(',').map((name) => name.trim())];
}

/**
 * The branch as a tag.
 * @param given what the options say of version and branch
 * @throws PactToolingError where there is no branch
 */
export function branchTag(given: {
  readonly version: string | undefined;
  readonly branch?: string | undefined;
}): string {
  const { branch } = buildInfo(given);
  if (branch === undefined) {
    throw new PactToolingError(
      'The branch is to be a tag, but there is none here. Name it with VERSION_BRANCH, or leave --tag-with-git-branch out.',
    );
  }
  return branch;
}
