import { runBash, type Finished } from '../run-bash.ts';
import type { UserRepository } from '../user/repository.ts';
import type { GitLabJob } from './pipeline.ts';

/**
 * Runs a job as GitLab's runner does: all lines in one bash that ends at the first failure.
 * @param variables of the project or of a trigger: they win over those of the job
 */
export async function runGitLabJob(
  { before_script = [], script, variables: own = {} }: GitLabJob,
  { path, scratch, machine, git }: UserRepository,
  variables: Readonly<Record<string, string>>,
): Promise<Finished> {
  const branch = 'main';
  const { end, ...finished } = await runBash([...before_script, ...script].join('\n'), {
    flags: ['-eo', 'pipefail'],
    cwd: path,
    scratch,
    env: {
      ...machine,
      CI: 'true',
      GITLAB_CI: 'true',
      CI_COMMIT_SHA: git('rev-parse', branch),
      CI_COMMIT_REF_NAME: branch,
      CI_COMMIT_BRANCH: branch,
      CI_PIPELINE_ID: '1',
      CI_PROJECT_URL: 'https://gitlab.com/shop/shop',
      ...own,
      ...variables,
    },
  });
  end();
  return finished;
}
