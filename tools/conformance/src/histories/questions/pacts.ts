import type { RowId } from '../../api/index.ts';
import { get } from '../../http/step.ts';
import { branches, environments, integrations, pactsOf, people, tags, versions } from '../world.ts';
import type { Question } from './question.ts';

/** Asks one path below each integration. */
const ofIntegrations = (row: RowId, path: string, accept?: string): readonly Question[] =>
  integrations.map(
    (integration) => (names) =>
      get(row, 'asked', `${pactsOf(names, integration)}${path}`, accept === undefined ? {} : { accept }),
  );

/** Asks one path below each provider. */
const ofProviders = (row: RowId, path: string): readonly Question[] =>
  people.map((provider) => (names) => get(row, 'asked', `/pacts/provider/${names(provider)}${path}`));

/** Lists of pacts, and single ones. */
export const aboutPacts: readonly Question[] = [
  ...ofIntegrations('A7', '/latest'),
  ...ofIntegrations('B11', '/latest-untagged'),
  ...ofIntegrations('B8', '/versions'),
  ...ofIntegrations('C1', '/branch/versions'),
  ...ofIntegrations('C2', '/branch/latest/versions'),
  ...tags.flatMap((tag) => [
    ...ofIntegrations('A8', `/latest/${tag}`),
    ...ofIntegrations('B9', `/tag/${tag}`),
  ]),
  ...branches.flatMap((branch) => [
    ...ofIntegrations('A9', `/branch/${branch}/latest`),
    ...ofIntegrations('B10', `/branch/${branch}`),
    ...ofIntegrations('C3', `/branch/${branch}/latest/versions`),
    ...ofProviders('B5', `/branch/${branch}`),
    ...ofProviders('B7', `/branch/${branch}/latest`),
    ...ofProviders('B43', `/provider-states/branch/${branch}`),
  ]),
  ...versions.flatMap((version) => [
    ...ofIntegrations('A4', `/version/${version}`),
    ...ofIntegrations('B12', `/version/${version}/previous-distinct`),
    ...ofIntegrations('B13', `/version/${version}/diff/previous-distinct`, 'text/plain'),
  ]),
  ...ofIntegrations('C4', '/version/3/diff/version/1', 'text/plain'),
  ...ofProviders('A11', '/latest'),
  ...ofProviders('B2', ''),
  ...ofProviders('B4', '/branch'),
  ...ofProviders('B6', '/branch/latest'),
  ...ofProviders('B42', '/provider-states'),
  ...tags.flatMap((tag) => [...ofProviders('A12', `/latest/${tag}`), ...ofProviders('B3', `/tag/${tag}`)]),
  ...environments.flatMap((environment) =>
    people.map(
      (provider): Question =>
        (names) =>
          get(
            'C10',
            'asked',
            `/pacts/provider/${names(provider)}/provider-states/environment/${environment}`,
          ),
    ),
  ),
];
