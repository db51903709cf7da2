import type { Pipeline, Role } from './options.ts';
import type { PlannedFile } from './side-plan.ts';
import type { Repository } from './repository.ts';
import { githubConsumer, githubProvider, type PipelineOf } from './templates/github.ts';
import { gitlabConsumer, gitlabProvider } from './templates/gitlab.ts';

/** The file of a pipeline. GitLab reads one file, so beside that of the repository another is written to take jobs from. */
export function pipelineFile(
  { paths }: Repository,
  pipeline: Pipeline,
  role: Role,
  of: PipelineOf,
): PlannedFile[] {
  const isConsumer = role === 'consumer';
  if (pipeline === 'github')
    return [
      {
        path: '.github/workflows/contracts.yml',
        content: (isConsumer ? githubConsumer : githubProvider)(of),
      },
    ];
  if (pipeline === 'gitlab') {
    const path = paths.has('.gitlab-ci.yml') ? '.gitlab/contracts.yml' : '.gitlab-ci.yml';
    return [{ path, content: (isConsumer ? gitlabConsumer : gitlabProvider)(of) }];
  }
  return [];
}
