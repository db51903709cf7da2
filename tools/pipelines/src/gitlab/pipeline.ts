import { execFileSync } from 'node:child_process';
import { parse } from 'yaml';
import { read } from '../top.ts';
import { toolingVersion } from '../user/tooling.ts';
import type { UserRepository } from '../user/repository.ts';

type Variables = Readonly<Record<string, string>>;

/** A job with all that it extends. */
export interface GitLabJob {
  readonly variables?: Variables;
  readonly before_script?: readonly string[];
  readonly script: readonly string[];
}

/** How the pipelines in docs/ include the template: by the tag of its version. */
const remote = `https://raw.githubusercontent.com/pact-workshop/pact-workshop-typescript/v${toolingVersion}/gitlab/`;

/** The files of a repository whose pipeline is this one; the template lies beside it, as its address can't be reached here. */
export function pipelineFiles(pipeline: string): Record<string, string> {
  return {
    '.gitlab-ci.yml': pipeline.replace(`remote: ${remote}`, 'local: '),
    'pact.gitlab-ci.yml': read('gitlab/pact.gitlab-ci.yml'),
  };
}

/**
 * The jobs of a repository's pipeline that run on a branch, in their order, as gitlab-ci-local reads them: checked with GitLab's
 * JSON schema, with includes, extends and rules.
 * @param source what started the pipeline: `push`, `trigger`, …
 * @throws Error when the pipeline is malformed
 */
export function jobsOf(repository: UserRepository, source = 'push'): Map<string, GitLabJob> {
  const run = (...args: string[]) =>
    execFileSync('gitlab-ci-local', [...args, '--variable', `CI_PIPELINE_SOURCE=${source}`, ...quiet], {
      cwd: repository.path,
      env: repository.machine,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const listed = JSON.parse(run('--list-json')) as { name: string; when: string }[];
  const jobs = parse(run('--preview')) as Record<string, GitLabJob>;
  return new Map(
    listed.filter(({ when }) => when !== 'never').map(({ name }) => [name, jobs[name] as GitLabJob]),
  );
}

const quiet = ['--state-dir', '../scratch/gitlab', '--ignore-predefined-vars', 'CI_PIPELINE_SOURCE'];
