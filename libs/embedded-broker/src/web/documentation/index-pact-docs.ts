import { reading, type RelationDocs } from './relation-doc.ts';

const ofProvider = '/pacts/provider/{provider}';
const ofIntegration = `${ofProvider}/consumer/{consumer}`;
const head = 'For each consumer that is the pact of the last version on the branch.';

/** The relations of the index that lead to pacts. */
export const indexPactDocs: RelationDocs = {
  'publish-pact': {
    title: 'Publish a pact',
    methods: 'GET, PUT, PATCH, DELETE',
    path: `${ofIntegration}/version/{consumerApplicationVersion}`,
    text: [
      'PUT stores the pact of a consumer version; the body is the pact file. A version has one content for good: another one is refused with 409. PATCH adds interactions to what is there.',
      '`pb:publish-contracts` does the same with branch, tags and several providers in one request.',
    ],
  },
  'publish-contracts': {
    title: 'Publish contracts',
    methods: 'POST',
    path: '/contracts/publish',
    text: [
      'Publishes a version of a consumer with its branch, tags and pacts: all of it, or nothing. `content` is the pact file in Base64. The answer has `notices`, meant to be printed, and links to what was created.',
      'A version that has another content already is refused with 409, unless `onConflict` is `merge` and the two can be merged.',
    ],
    body: '{ "pacticipantName": "shop", "pacticipantVersionNumber": "7fd1", "branch": "main",\n  "contracts": [{ "consumerName": "shop", "providerName": "orders", "specification": "pact",\n    "contentType": "application/json", "content": "eyJ…" }] }',
  },
  'latest-pact-versions': reading(
    'Latest pacts',
    '/pacts/latest',
    'The pact of the newest consumer version of every integration.',
  ),
  'tagged-pact-versions': {
    title: 'Pacts of an integration with a tag',
    methods: 'GET, DELETE',
    path: `${ofIntegration}/tag/{tag}`,
    text: ['All pacts of consumer versions that have the tag. DELETE removes them.'],
  },
  'branch-pact-versions': {
    title: 'Pacts of an integration on a branch',
    methods: 'GET, DELETE',
    path: `${ofIntegration}/branch/{branch}`,
    text: ['All pacts of consumer versions on the branch. DELETE removes them.'],
  },
  'latest-branch-pact-versions': {
    title: 'Latest pact of an integration on a branch',
    methods: 'GET, DELETE',
    path: `${ofIntegration}/branch/{branch}/latest/versions`,
    text: ['The pact of the last version on the branch. DELETE removes it.'],
  },
  'main-branch-pact-versions': {
    title: 'Pacts of an integration on the main branch',
    methods: 'GET, DELETE',
    path: `${ofIntegration}/branch/versions`,
    text: ['All pacts of versions on the consumer’s main branch. DELETE removes them.'],
  },
  'latest-main-branch-pact-versions': {
    title: 'Latest pact of an integration on the main branch',
    methods: 'GET, DELETE',
    path: `${ofIntegration}/branch/latest/versions`,
    text: ['The pact of the last version on the branch. DELETE removes it.'],
  },
  'provider-pacts-with-main-branch': reading(
    'Pacts of a provider on main branches',
    `${ofProvider}/branch`,
    'All pacts that versions on the consumers’ main branches have with the provider.',
  ),
  'provider-pacts-with-branch': reading(
    'Pacts of a provider on a branch',
    `${ofProvider}/branch/{branch}`,
    'All pacts that consumer versions on branches of this name have with the provider.',
  ),
  'latest-provider-pacts-with-main-branch': reading(
    'Latest pacts of a provider on main branches',
    `${ofProvider}/branch/latest`,
    head,
  ),
  'latest-provider-pacts-with-branch': reading(
    'Latest pacts of a provider on a branch',
    `${ofProvider}/branch/{branch}/latest`,
    head,
  ),
  'latest-provider-pacts': reading(
    'Latest pacts of a provider',
    `${ofProvider}/latest`,
    'The latest pact of each consumer of the provider.',
  ),
  'latest-provider-pacts-with-tag': reading(
    'Latest pacts of a provider with a tag',
    `${ofProvider}/latest/{tag}`,
    'For each consumer the latest pact of the versions that have the tag.',
  ),
  'provider-pacts-with-tag': reading(
    'Pacts of a provider with a tag',
    `${ofProvider}/tag/{tag}`,
    'All pacts of consumer versions that have the tag.',
  ),
  'provider-pacts': reading(
    'Pacts of a provider',
    ofProvider,
    'All pacts that anybody has with the provider.',
  ),
};
