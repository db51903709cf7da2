import { del, get, post, put, type Body, type Step } from '../http/step.ts';
import { contract, pactOf } from '../scenarios/contract.ts';
import type { Operation } from './operation.ts';
import { pacticipantSteps } from './pacticipant-steps.ts';
import { pactsOf, type Names } from './world.ts';

/** A pact that was published, by its path. */
type Published = readonly string[];

/** The requests of each operation, in their order. */
export function operationSteps(operations: readonly Operation[], names: Names): readonly (readonly Step[])[] {
  const published: string[] = [];
  return operations.map((operation) => {
    const steps = requests(operation, names, published);
    if (operation.does === 'publish' || operation.does === 'put pact')
      published.push(`${pactsOf(names, operation.integration)}/version/${operation.version}`);
    return steps;
  });
}

function requests(one: Operation, names: Names, published: Published): readonly Step[] {
  switch (one.does) {
    case 'publish':
      return [publishAll(one, names)];
    case 'put pact': {
      const [consumer, provider] = one.integration;
      const path = `${pactsOf(names, one.integration)}/version/${one.version}`;
      return [put('A4', 'put pact', path, pactOf(names(consumer), names(provider), one.content))];
    }
    case 'verify': {
      const path = published[one.pact % published.length];
      if (path === undefined) return [];
      const keep = { results: '_links.pb:publish-verification-results.href' };
      return [
        get('A4', 'the pact to verify', path, { keep }),
        post('A14', 'verify', '{results}', resultOf(one)),
      ];
    }
    case 'verify the first that is offered':
      return verifyFirst(one, names);
    case 'delete pact': {
      const path = published[one.pact % published.length];
      return path === undefined ? [] : [del('A4', 'delete pact', path)];
    }
    default:
      return pacticipantSteps(one, names);
  }
}

function publishAll(one: Extract<Operation, { does: 'publish' }>, names: Names): Step {
  const [consumer, provider] = one.integration;
  const { version, content, tags, branch, overwrite } = one;
  return post('A3', 'publish', '/contracts/publish', {
    pacticipantName: names(consumer),
    pacticipantVersionNumber: version,
    ...(tags.length === 0 ? {} : { tags }),
    ...(branch === undefined ? {} : { branch }),
    contracts: [
      {
        ...contract(names(consumer), names(provider), content),
        ...(overwrite ? { onConflict: 'overwrite' } : {}),
      },
    ],
  });
}

function verifyFirst(
  one: Extract<Operation, { does: 'verify the first that is offered' }>,
  names: Names,
): readonly Step[] {
  const asked: Body = {
    consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
    providerVersionBranch: one.branch,
    includePendingStatus: true,
    includeWipPactsSince: '2020-01-01',
  };
  return [
    post('A13', 'what is offered', `/pacts/provider/${names(one.name)}/for-verification`, asked, {
      keep: { offered: '_embedded.pacts.0._links.self.href' },
    }),
    get('A6', 'the pact that is offered', '{offered}', {
      keep: { offeredResults: '_links.pb:publish-verification-results.href' },
    }),
    post('A15', 'verify', '{offeredResults}', resultOf(one)),
  ];
}

const resultOf = ({ success, version }: { readonly success: boolean; readonly version: string }): Body => ({
  success,
  providerApplicationVersion: version,
});
