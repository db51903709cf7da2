import type { Pipeline } from '../options.ts';
import type { Repository } from '../repository.ts';

/** The pipeline that the repository has already; none where there is no sign of one. */
export function pipelineOf({ paths }: Repository): Pipeline {
  const all = [...paths];
  if (paths.has('.gitlab-ci.yml') || all.some((path) => path.startsWith('.gitlab/'))) return 'gitlab';
  return all.some((path) => path.startsWith('.github/')) ? 'github' : 'none';
}
