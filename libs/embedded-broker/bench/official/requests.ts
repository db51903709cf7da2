import { reads } from '../reads.ts';
import { consumer, provider, publication } from '../seed.ts';

/** A request with how many times as fast as the official broker it has to be answered. */
export interface Asked {
  readonly name: string;
  readonly goal: number;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: (round: number) => object;
  readonly accept?: string | undefined;
}

const pact = `/pacts/provider/${provider(0)}/consumer/${consumer(0)}`;

/**
 * What clients and people ask.
 * @param version the last one that is deployed
 * @param run what sets the versions of this run apart from others'
 */
export function requests(version: string, run: string): Asked[] {
  const read = (name: string, path: string, accept?: string): Asked => ({
    name,
    goal: 20,
    method: 'GET',
    path,
    accept,
  });
  const question = encodeURI(`q[][pacticipant]=${consumer(0)}&q[][version]=${version}&latestby=cvp`);
  return [
    ...reads(version).map(({ body, ...asked }) => ({
      ...asked,
      goal: 20,
      ...(body ? { body: () => body } : {}),
    })),
    read('matrix of one version', `/matrix?${question}`),
    read('page of a pact', `${pact}/version/${version}`, 'text/html'),
    read('page of the matrix', `/matrix/provider/${provider(0)}/consumer/${consumer(0)}`, 'text/html'),
    {
      name: 'publish of three contracts',
      goal: 50,
      method: 'POST',
      path: '/contracts/publish',
      body: (round) => publication(0, `${run}-${round}`, round),
    },
  ];
}
