/** What costs more with a longer history, why, and along which axes. */
interface Growing {
  readonly why: string;
  readonly requests: readonly string[];
  readonly axes: readonly string[];
}

const growing: readonly Growing[] = [
  {
    why: 'it counts what there is',
    requests: ['metrics'],
    axes: [
      'versions',
      'contents',
      'resultsPerContent',
      'resultsPerProviderVersion',
      'sameTag',
      'deploymentHistory',
      'integrations',
    ],
  },
  {
    why: 'it counts interactions',
    requests: ['metrics', 'provider states'],
    axes: ['largePact'],
  },
  {
    why: 'the rows that are not shown are counted',
    requests: ['matrix names', 'page matrix'],
    axes: [
      'versions',
      'contents',
      'resultsPerContent',
      'resultsPerProviderVersion',
      'branchesConsumer',
      'distinctTags',
      'sameTag',
      'deploymentHistory',
    ],
  },
  {
    why: 'the pacts of each view are counted',
    requests: [
      'page integration',
      'page integration branch',
      'page integration env',
      'page integration tag',
      'page integration all',
    ],
    axes: ['versions', 'branchesConsumer', 'distinctTags', 'sameTag'],
  },
  {
    why: 'every head of a branch or tag may be in progress',
    requests: ['for-verification main+WIP', 'for-verification new branch+WIP', 'for-verification tags+WIP'],
    axes: ['branchesConsumer', 'distinctTags'],
  },
  {
    why: 'every instance is read',
    requests: ['for-verification environment', 'page environment compare'],
    axes: ['deployedTargets'],
  },
  {
    why: 'all names are there to choose from',
    requests: ['page matrix', 'page can-i-deploy', 'page can-i-deploy form', 'page can-i-deploy provider'],
    axes: ['pacticipants', 'integrations', 'labels', 'deployedInEnv', 'consumersOfProvider'],
  },
  {
    why: 'every name is searched',
    requests: ['page overview sorted, filtered', 'page overview by publication'],
    axes: ['integrations', 'consumersOfProvider', 'labels', 'pacticipants'],
  },
];

/** Whether it is known that a request grows along an axis. */
export function mayGrow(axis: string, request: string): boolean {
  return growing.some(({ requests, axes }) => requests.includes(request) && axes.includes(axis));
}
