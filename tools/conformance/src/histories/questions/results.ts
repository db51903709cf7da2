import type { RowId } from '../../api/index.ts';
import { get } from '../../http/step.ts';
import { branches, environments, integrations, pactsOf, people, tags, versions } from '../world.ts';
import type { Question } from './question.ts';

const badge = { accept: 'image/svg+xml', compares: 'badge' } as const;

const ofIntegrations = (row: RowId, path: string, options = {}): readonly Question[] =>
  integrations.map(
    (integration) => (names) => get(row, 'asked', `${pactsOf(names, integration)}${path}`, options),
  );

/** Results of verifications, and what is made of them. */
export const aboutResults: readonly Question[] = [
  ...ofIntegrations('B15', '/latest/verification-results/latest'),
  ...tags.flatMap((tag) => ofIntegrations('B16', `/latest/${tag}/verification-results/latest`)),
  ...versions.flatMap((version) => [
    ...ofIntegrations('B14', `/version/${version}/verification-results/latest`),
    ...people.map(
      (consumer): Question =>
        (names) =>
          get('B17', 'asked', `/verification-results/consumer/${names(consumer)}/version/${version}/latest`),
    ),
  ]),
  ...integrations.flatMap((integration): readonly Question[] => {
    const [consumer, provider] = integration;
    return [
      (names) => get('B23', 'asked', `/matrix/provider/${names(provider)}/consumer/${names(consumer)}`),
      (names) => get('B39', 'asked', `/dashboard/provider/${names(provider)}/consumer/${names(consumer)}`),
    ];
  }),
  ...people.map(
    (name): Question =>
      (names) =>
        get('B41', 'asked', `/groups/${names(name)}`, { accept: 'text/csv' }),
  ),
];

/** Badges. */
export const badges: readonly Question[] = [
  ...ofIntegrations('B26', '/latest/badge', badge),
  ...ofIntegrations('B28', '/latest-untagged/badge', badge),
  ...tags.flatMap((tag) => [
    ...ofIntegrations('B27', `/latest/${tag}/badge`, badge),
    ...integrations.map(
      ([consumer, provider]): Question =>
        (names) =>
          get(
            'B29',
            'asked',
            `/matrix/provider/${names(provider)}/latest/${tag}/consumer/${names(consumer)}/latest/${tag}/badge`,
            badge,
          ),
    ),
  ]),
  ...people.flatMap((name): readonly Question[] => [
    (names) => get('B32', 'asked', `/pacticipants/${names(name)}/main-branch/can-i-merge/badge`, badge),
    ...tags.flatMap((from) =>
      tags.map(
        (to): Question =>
          (names) =>
            get(
              'B30',
              'asked',
              `/pacticipants/${names(name)}/latest-version/${from}/can-i-deploy/to/${to}/badge`,
              badge,
            ),
      ),
    ),
    ...branches.flatMap((branch) =>
      environments.map(
        (environment): Question =>
          (names) =>
            get(
              'B31',
              'asked',
              `/pacticipants/${names(name)}/branches/${branch}/latest-version/can-i-deploy/to-environment/${environment}/badge`,
              badge,
            ),
      ),
    ),
  ]),
];
