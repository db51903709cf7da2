/** The context `github` of expressions: the facts of an event. */
export interface GitHubContext extends Readonly<Record<Fact, string>> {
  readonly event: unknown;
}
type Fact = 'sha' | 'ref' | 'ref_name' | 'event_name' | 'head_ref' | 'repository' | 'server_url' | 'run_id';

/** The one of a push. */
export function push(sha: string, branch: string): GitHubContext {
  return {
    ...everywhere,
    event_name: 'push',
    sha,
    ref: `refs/heads/${branch}`,
    ref_name: branch,
    event: { after: sha },
  };
}

/** That of a pull request to `main`: the build has a merge of both branches. */
export function pullRequest(
  merge: string,
  head: { readonly sha: string; readonly ref: string },
): GitHubContext {
  return {
    ...everywhere,
    event_name: 'pull_request',
    sha: merge,
    ref: 'refs/pull/5/merge',
    ref_name: '5/merge',
    head_ref: head.ref,
    event: { pull_request: { number: 5, head, base: { ref: 'main' } } },
  };
}

/** That of a `repository_dispatch`: the build has the head of the default branch. */
export function dispatch(sha: string, payload: unknown): GitHubContext {
  return {
    ...everywhere,
    event_name: 'repository_dispatch',
    sha,
    ref: 'refs/heads/main',
    ref_name: 'main',
    event: { client_payload: payload },
  };
}

const everywhere = {
  repository: 'shop/shop',
  server_url: 'https://github.com',
  run_id: '1',
  head_ref: '',
};
