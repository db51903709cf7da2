import envCi from 'env-ci';

/** What a CI says of its build. */
export interface CiBuild {
  readonly commit: string | undefined;
  /** Undefined in the build of a tag. */
  readonly branch: string | undefined;
  readonly buildUrl: string | undefined;
}

/** The build that a known CI's variables describe; undefined elsewhere. */
export function ciBuild(env: NodeJS.ProcessEnv, cwd: string): CiBuild | undefined {
  const ci = envCi({ env, cwd }) as { isCi: boolean; name?: string } & Record<string, string | undefined>;
  if (ci.name === undefined) return undefined;
  return {
    commit: ci['commit'] || undefined,
    branch: branchName(sourceBranch(env, ci), ci['tag']),
    buildUrl: ci['buildUrl'] || undefined,
  };
}

/** On a pull request, `branch` is the one it goes to; the contract belongs to the one it comes from. */
function sourceBranch(env: NodeJS.ProcessEnv, ci: Record<string, string | undefined>): string | undefined {
  // GitHub calls the source of a pull request so, and its merge with the target "refs/pull/5/merge".
  const onGitHub = ci['service'] === 'github' ? env['GITHUB_HEAD_REF'] : undefined;
  return onGitHub || ci['prBranch'] || ci['branch'];
}

/** Some CIs give a remote's branch, a whole reference, or the tag that is built in the branch's place. */
function branchName(text: string | undefined, tag: string | undefined): string | undefined {
  if (!text || text === tag || text.startsWith('refs/tags/')) return undefined;
  return text.replace(/^(refs\/heads|origin)\//, '');
}
