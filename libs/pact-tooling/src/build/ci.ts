import envCi from 'env-ci';

/** A CI's description of its build. */
export interface CiBuild {
  readonly commit: string | undefined;
  /** Undefined in the build of a tag. */
  readonly branch: string | undefined;
  readonly buildUrl: string | undefined;
  readonly isPullRequest: boolean;
}

/** The build that the variables of a known CI describe; undefined without such a CI. */
export function ciBuild(env: NodeJS.ProcessEnv, cwd: string): CiBuild | undefined {
  const ci = envCi({ env, cwd }) as { isCi: boolean; name?: string } & Record<string, string | undefined>;
  if (ci.name === undefined) return undefined;
  return {
    commit: ci['commit'] || undefined,
    branch: branchName(sourceBranch(env, ci), ci['tag']),
    buildUrl: ci['buildUrl'] || undefined,
    isPullRequest: Boolean(ci['isPr']),
  };
}

/** In a pull request, `branch` is the target; the contract belongs to the source. */
function sourceBranch(env: NodeJS.ProcessEnv, ci: Record<string, string | undefined>): string | undefined {
  // The source of a pull request on GitHub; other variables have its merge with the target, "refs/pull/5/merge".
  const onGitHub = ci['service'] === 'github' ? env['GITHUB_HEAD_REF'] : undefined;
  return onGitHub || ci['prBranch'] || ci['branch'];
}

/** Some CIs provide a remote's branch, a whole reference, or a tag instead of the branch. */
function branchName(text: string | undefined, tag: string | undefined): string | undefined {
  if (!text || text === tag || text.startsWith('refs/tags/')) return undefined;
  return text.replace(/^(refs\/heads|origin)\//, '');
}
