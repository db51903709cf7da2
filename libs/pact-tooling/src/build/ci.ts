import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { default as EnvCi } from 'env-ci';
import { namesKnownCi } from './ci-variables.ts';

const require = createRequire(import.meta.url);

/** A CI's description of its build. */
export interface CiBuild {
  /** In a pull request, the head of its source. */
  readonly commit: string | undefined;
  /** Undefined in the build of a tag. */
  readonly branch: string | undefined;
  readonly buildUrl: string | undefined;
  readonly isPullRequest: boolean;
}

/** The build that the variables of a known CI describe; undefined without such a CI. */
export function ciBuild(env: NodeJS.ProcessEnv, cwd: string): CiBuild | undefined {
  // It loads sixty files and asks git twice, which most commands on a developer's machine would wait for in vain.
  if (!namesKnownCi(env)) return undefined;
  const { default: envCi } = require('env-ci') as { readonly default: typeof EnvCi };
  const ci = envCi({ env, cwd }) as { isCi: boolean; name?: string } & Record<string, string | undefined>;
  if (ci.name === undefined) return undefined;
  return {
    commit: sourceCommit(env, ci['service']) || ci['commit'] || undefined,
    branch: branchName(sourceBranch(env, ci), ci['tag']),
    buildUrl: ci['buildUrl'] || undefined,
    isPullRequest: Boolean(ci['isPr']),
  };
}

/** The variables with the head of a pull request, by CI. In those CIs the build's own commit is a merge with the target. */
const headVariables: Readonly<Record<string, string>> = {
  appveyor: 'APPVEYOR_PULL_REQUEST_HEAD_COMMIT',
  azurePipelines: 'SYSTEM_PULLREQUEST_SOURCECOMMITID',
  gitlab: 'CI_MERGE_REQUEST_SOURCE_BRANCH_SHA',
  semaphore: 'SEMAPHORE_GIT_PR_SHA',
  travis: 'TRAVIS_PULL_REQUEST_SHA',
};

/** The head of a pull request: a merge with the target is nobody's version, and exists only for the build. */
function sourceCommit(env: NodeJS.ProcessEnv, service = ''): string | undefined {
  if (service === 'github') return headOnGitHub(env);
  const name = headVariables[service];
  return name === undefined ? undefined : env[name];
}

/** GitHub has the head of a pull request only in the event's file. Other builds of the event are of the target. */
function headOnGitHub({ GITHUB_REF, GITHUB_EVENT_PATH }: NodeJS.ProcessEnv): string | undefined {
  if (!GITHUB_EVENT_PATH || !/^refs\/pull\/\d+\/merge$/.test(GITHUB_REF ?? '')) return undefined;
  try {
    const event = JSON.parse(readFileSync(GITHUB_EVENT_PATH, 'utf8')) as PullRequestEvent | null;
    const sha = event?.pull_request?.head?.sha;
    return typeof sha === 'string' ? sha : undefined;
  } catch {
    return undefined;
  }
}

interface PullRequestEvent {
  readonly pull_request?: { readonly head?: { readonly sha?: unknown } };
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
