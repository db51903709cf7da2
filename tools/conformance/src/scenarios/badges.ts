import type { RowId } from '../api/index.ts';
import { get, post, type Step, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { refusals } from './refusals.ts';

const shop = 'BadgeShop';
const warehouse = 'badge-ware_house';
const pact = `/pacts/provider/${warehouse}/consumer/${shop}`;
const svg = 'image/svg+xml';
/** What a badge says. */
const badge = (row: RowId, name: string, path: string, accept = svg): Step =>
  get(row, name, path, { accept, compares: 'badge' });

/** Each badge of a row with its choices, of something that is there and of something that is not. */
const kinds = (row: RowId, there: string, missing: readonly string[]): readonly Step[] => [
  get(row, 'as it comes', there, { accept: svg }),
  badge(row, 'what it says', there),
  badge(row, 'by its ending', `${there}.svg`),
  badge(row, 'whatever is offered', there, '*/*'),
  badge(row, 'with a label', `${there}?label=consumer`),
  badge(row, 'with initials', `${there}?initials=true`),
  badge(row, 'a label of its own', `${there}?label=provider`),
  ...missing.map((path, index) => badge(row, `something that is not there (${index + 1})`, path)),
  ...refusals(row, there, { negotiates: false }),
];

export const badges: Subject = {
  name: 'badges',
  steps: [
    publish('A3', 'for badges: one', shop, warehouse, {
      version: '1',
      branch: 'main',
      tags: ['dev'],
      content: 1,
    }),
    badge('B26', 'never verified', `${pact}/latest/badge`),
    get('A4', 'for badges: the pact', `${pact}/version/1`, {
      keep: { results: '_links.pb:publish-verification-results.href' },
    }),
    post('A14', 'for badges: a success', '{results}', { success: true, providerApplicationVersion: '10' }),
    post(
      'A32',
      'for badges: an environment',
      '/environments',
      { name: 'badge-live', production: true },
      { keep: { live: 'uuid' } },
    ),
    post(
      'A36',
      'for badges: a deployment',
      `/pacticipants/${warehouse}/versions/10/deployed-versions/environment/{live}`,
      {},
    ),
    ...kinds('B26', `${pact}/latest/badge`, [
      `/pacts/provider/${warehouse}/consumer/BadgeNobody/latest/badge`,
    ]),
    ...kinds('B27', `${pact}/latest/dev/badge`, [`${pact}/latest/nothing/badge`]),
    badge('B28', 'nothing without tags', `${pact}/latest-untagged/badge`),
    publish('A3', 'for badges: without tags', shop, warehouse, { version: '2', content: 1 }),
    ...kinds('B28', `${pact}/latest-untagged/badge`, [
      `/pacts/provider/${warehouse}/consumer/BadgeNobody/latest-untagged/badge`,
    ]),
    ...kinds('B29', `/matrix/provider/${warehouse}/latest/dev/consumer/${shop}/latest/dev/badge`, [
      `/matrix/provider/${warehouse}/latest/nothing/consumer/${shop}/latest/dev/badge`,
    ]),
    ...kinds('B30', `/pacticipants/${shop}/latest-version/dev/can-i-deploy/to/dev/badge`, [
      '/pacticipants/BadgeNobody/latest-version/dev/can-i-deploy/to/prod/badge',
      `/pacticipants/${shop}/latest-version/nothing/can-i-deploy/to/prod/badge`,
    ]),
    ...kinds(
      'B31',
      `/pacticipants/${shop}/branches/main/latest-version/can-i-deploy/to-environment/badge-live/badge`,
      [
        '/pacticipants/BadgeNobody/branches/main/latest-version/can-i-deploy/to-environment/badge-live/badge',
        `/pacticipants/${shop}/branches/nothing/latest-version/can-i-deploy/to-environment/badge-live/badge`,
        `/pacticipants/${shop}/branches/main/latest-version/can-i-deploy/to-environment/nothing/badge`,
      ],
    ),
    ...kinds('B32', `/pacticipants/${shop}/main-branch/can-i-merge/badge`, [
      '/pacticipants/BadgeNobody/main-branch/can-i-merge/badge',
    ]),
    post('A14', 'for badges: a failure', '{results}', { success: false, providerApplicationVersion: '11' }),
    badge('B26', 'failed', `${pact}/latest/badge`),
    publish('A3', 'for badges: changed', shop, warehouse, {
      version: '3',
      branch: 'main',
      tags: ['dev'],
      content: 3,
    }),
    badge('B26', 'changed since', `${pact}/latest/badge`),
    badge('B27', 'changed since', `${pact}/latest/dev/badge`),
    badge('B30', 'no', `/pacticipants/${shop}/latest-version/dev/can-i-deploy/to/dev/badge`),
    badge(
      'B31',
      'no',
      `/pacticipants/${shop}/branches/main/latest-version/can-i-deploy/to-environment/badge-live/badge`,
    ),
    badge('B32', 'no', `/pacticipants/${shop}/main-branch/can-i-merge/badge`),
  ],
};
