import { del, get, post, put, type Body, type Step, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const provider = 'VerifyWarehouse';
const path = `/pacts/provider/${provider}/for-verification`;

const ask = (name: string, ...consumerVersionSelectors: readonly Body[]): Step =>
  post('A13', name, path, { consumerVersionSelectors, includePendingStatus: false });

const askBranch = (name: string, body: object): Step =>
  post('A13', name, path, {
    consumerVersionSelectors: [{ mainBranch: true }],
    providerVersionBranch: 'main',
    ...body,
  });

const tagged = (name: string, version: string): Step =>
  publish('A3', `to verify: ${name}`, 'VerifyAgain', provider, { version, tags: ['again'], content: 5 });

const askWip = (name: string): Step =>
  post('A13', name, path, {
    consumerVersionSelectors: [{ tag: 'prod', latest: true }],
    providerVersionTags: ['passing'],
    includePendingStatus: true,
    includeWipPactsSince: '2020-01-01',
  });

const wrong = (name: string, body: Body): Step => post('A13', `refused: ${name}`, path, body);

/** Which pacts a provider has to verify: selectors, pending, WIP, notices. */
export const forVerification: Subject = {
  name: 'pacts for verification',
  steps: [
    publish('A3', 'to verify: on main', 'VerifyShop', provider, {
      version: '1',
      branch: 'main',
      tags: ['dev'],
      content: 1,
    }),
    publish('A3', 'to verify: on a feature', 'VerifyShop', provider, {
      version: '2',
      branch: 'feat',
      tags: ['feat'],
      content: 2,
    }),
    publish('A3', 'to verify: main again, unchanged', 'VerifyShop', provider, {
      version: '3',
      branch: 'main',
      tags: ['dev'],
      content: 1,
    }),
    publish('A3', 'to verify: another consumer', 'VerifyApp', provider, {
      version: '1',
      branch: 'main',
      tags: ['prod'],
      content: 3,
    }),
    publish('A3', 'to verify: its feature', 'VerifyApp', provider, {
      version: '2',
      branch: 'feat',
      content: 4,
    }),
    post(
      'A32',
      'an environment to verify for',
      '/environments',
      { name: 'verify-live', displayName: 'Live', production: true },
      { keep: { live: 'uuid' } },
    ),
    post(
      'A36',
      'a deployment to verify',
      '/pacticipants/VerifyShop/versions/1/deployed-versions/environment/{live}',
      {},
    ),
    post(
      'A37',
      'a release to verify',
      '/pacticipants/VerifyApp/versions/1/released-versions/environment/{live}',
      {},
    ),

    ask('main branch', { mainBranch: true }),
    ask('branch', { branch: 'feat' }),
    ask('branch of one consumer', { branch: 'feat', consumer: 'VerifyApp' }),
    ask('branch that nobody has', { branch: 'nothing' }),
    ask('fallback branch', { branch: 'nothing', fallbackBranch: 'main' }),
    ask('newest with a tag', { tag: 'dev', latest: true }),
    ask('all with a tag', { tag: 'dev' }),
    ask('fallback tag', { tag: 'nothing', fallbackTag: 'prod', latest: true }),
    ask('newest', { latest: true }),
    ask('deployed', { deployed: true }),
    ask('released', { released: true }),
    ask('deployed or released', { deployedOrReleased: true }),
    ask('in an environment', { environment: 'verify-live' }),
    ask(
      'several selectors',
      { mainBranch: true },
      { branch: 'feat' },
      { tag: 'dev', latest: true },
      { deployedOrReleased: true },
    ),
    post('A13', 'no selectors', path, {}),
    post('A13', 'matching branch', path, {
      consumerVersionSelectors: [{ matchingBranch: true }],
      providerVersionBranch: 'feat',
      includePendingStatus: false,
    }),

    askBranch('pending for a branch', { includePendingStatus: true }),
    post('A13', 'pending for tags', path, {
      consumerVersionSelectors: [{ mainBranch: true }],
      providerVersionTags: ['dev', 'main'],
      includePendingStatus: true,
    }),
    post('A13', 'pending without branch and tags', path, {
      consumerVersionSelectors: [{ latest: true }],
      includePendingStatus: true,
    }),
    askBranch('WIP for a branch', { includePendingStatus: true, includeWipPactsSince: '2020-01-01' }),
    post('A13', 'WIP for tags', path, {
      consumerVersionSelectors: [{ tag: 'prod', latest: true }],
      providerVersionTags: ['dev'],
      includePendingStatus: true,
      includeWipPactsSince: '2020-01-01',
    }),
    askBranch('WIP of the future', { includePendingStatus: true, includeWipPactsSince: '2090-01-01' }),

    post(
      'A13',
      'the pact to follow',
      path,
      {
        consumerVersionSelectors: [{ mainBranch: true, consumer: 'VerifyShop', latest: true }],
        providerVersionBranch: 'main',
        includePendingStatus: true,
      },
      { keep: { self: '_embedded.pacts.0._links.self.href' } },
    ),
    get('A6', 'a pact with its reason', '{self}', {
      keep: { results: '_links.pb:publish-verification-results.href' },
    }),
    get('A6', 'as JSON', '{self}', { accept: 'application/json' }),
    ...refusals('A6', '{self}'),
    ...notThere(
      'A6',
      'a content that is not there',
      `/pacts/provider/${provider}/consumer/VerifyShop/pact-version/0000/metadata/dz10cnVl`,
    ),
    put('A30', "a provider's branch", `/pacticipants/${provider}/branches/main/versions/10`, {}),
    post('A15', 'success on main', '{results}', { success: true, providerApplicationVersion: '10' }),
    askBranch('no longer pending', { includePendingStatus: true }),
    askBranch('pending for a new branch', { providerVersionBranch: 'feat', includePendingStatus: true }),
    askBranch('WIP for a new branch', {
      providerVersionBranch: 'feat',
      includePendingStatus: true,
      includeWipPactsSince: '2020-01-01',
    }),
    askBranch('WIP after a success', { includePendingStatus: true, includeWipPactsSince: '2020-01-01' }),

    get('A13', 'by GET', path),
    get(
      'A13',
      'by GET with a query',
      `${path}?consumer_version_selectors[][tag]=dev&consumer_version_selectors[][latest]=true&provider_version_tags[]=dev&include_pending_status=true&include_wip_pacts_since=2020-01-01`,
    ),
    ...notThere('A13', 'a provider that is not there', '/pacts/provider/VerifyNobody/for-verification'),
    post('A13', 'a provider that is not there, by POST', '/pacts/provider/VerifyNobody/for-verification', {}),
    ...refusals('A13', path, { reads: 'POST' }),

    tagged('one with a tag', '1'),
    tagged('another one with it', '2'),
    del('A4', 'to verify: a pact that goes', `/pacts/provider/${provider}/consumer/VerifyAgain/version/1`),
    tagged('the first once more', '1'),
    ask('all with a tag, one published again', { tag: 'again' }),
    put('A27', 'a tag to verify with', `/pacticipants/${provider}/versions/20/tags/passing`, {}),
    get('A7', 'a pact to verify with it', `/pacts/provider/${provider}/consumer/VerifyAgain/latest`, {
      keep: { results: '_links.pb:publish-verification-results.href' },
    }),
    post('A15', 'success with a tag', '{results}', { success: true, providerApplicationVersion: '20' }),
    askWip('WIP for the tag'),
    del('A27', 'the tag to verify with', `/pacticipants/${provider}/versions/20/tags/passing`),
    askWip('WIP for a tag that was removed'),

    wrong('a selector that selects nothing', { consumerVersionSelectors: [{ consumer: 'VerifyShop' }] }),
    wrong('tag and branch', { consumerVersionSelectors: [{ tag: 'a', branch: 'b' }] }),
    wrong('main branch and tag', { consumerVersionSelectors: [{ mainBranch: true, tag: 'a' }] }),
    wrong('main branch that is not the newest', {
      consumerVersionSelectors: [{ mainBranch: true, latest: false }],
    }),
    wrong('branch that is not the newest', { consumerVersionSelectors: [{ branch: 'b', latest: false }] }),
    wrong('fallback tag without a tag', { consumerVersionSelectors: [{ fallbackTag: 'a' }] }),
    wrong('fallback tag without latest', { consumerVersionSelectors: [{ tag: 'b', fallbackTag: 'a' }] }),
    wrong('fallback branch without a branch', { consumerVersionSelectors: [{ fallbackBranch: 'a' }] }),
    wrong('matching branch without a branch of the provider', {
      consumerVersionSelectors: [{ matchingBranch: true }],
    }),
    wrong('branch and deployed', { consumerVersionSelectors: [{ branch: 'a', deployed: true }] }),
    wrong('deployed and released', { consumerVersionSelectors: [{ deployed: true, released: true }] }),
    wrong('an environment that is not there', { consumerVersionSelectors: [{ environment: 'nothing' }] }),
    wrong('wrong types', {
      consumerVersionSelectors: 'x',
      providerVersionTags: 'y',
      includePendingStatus: 'z',
      includeWipPactsSince: 'never',
    }),
    wrong('selectors of the wrong type', { consumerVersionSelectors: [{ tag: 1, latest: 'x', branch: 2 }] }),
    wrong('a blank branch', { consumerVersionSelectors: [{ branch: '' }], providerVersionBranch: ' ' }),
    wrong('a body that is no JSON', '{'),
    post(
      'A13',
      'refused: as a problem',
      path,
      { consumerVersionSelectors: [{ tag: 'a', branch: 'b' }] },
      { accept: 'application/hal+json, application/problem+json' },
    ),
  ],
};
