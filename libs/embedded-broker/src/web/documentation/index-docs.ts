import { indexPactDocs } from './index-pact-docs.ts';
import { reading, type RelationDocs } from './relation-doc.ts';

const pacticipant = '/pacticipants/{pacticipant}';
const verdict =
  'The answer holds a summary with `deployable` (true, false, or null when results are missing), the reasons, and the rows it looked at.';

const pacticipants = {
  title: 'Pacticipants',
  methods: 'GET, POST (the list); GET, PUT, PATCH, DELETE (one)',
  path: '/pacticipants, /pacticipants/{pacticipant}',
  text: [
    'A pacticipant is an application that takes part in contracts, as consumer, provider or both. Publishing creates those it names; POST creates one by itself.',
    '`q` searches names; `page` and `size` ask for a page. PATCH changes the fields it is given and creates the pacticipant if need be; PUT replaces all fields. DELETE removes it with its versions, pacts and results.',
  ],
  body: '{ "name": "orders", "mainBranch": "main", "repositoryUrl": "https://git.example/orders" }',
};
const canIDeploy = (target: string) =>
  reading(
    'Can I deploy?',
    `/can-i-deploy?pacticipant={pacticipant}&version={version}&${target}`,
    'Whether a version is compatible with everything it would meet there: the version whose tag or environment is named, of each application it has a contract with.',
    verdict,
  );
const forVerification = {
  title: 'Pacts for verification',
  methods: 'GET, POST',
  path: '/pacts/provider/{provider}/for-verification',
  text: [
    'The pacts a provider should verify now. `consumerVersionSelectors` pick consumer versions: `mainBranch`, `branch`, `matchingBranch`, `fallbackBranch`, `tag`, `latest`, `deployed`, `released`, `deployedOrReleased`, `environment`, `consumer`.',
    'With `includePendingStatus` each pact says whether its failure should fail the build; with `includeWipPactsSince` new work of consumers is added, pending. Each pact carries notices for the verifier to print. POST changes nothing.',
  ],
  body: '{ "consumerVersionSelectors": [{ "mainBranch": true }, { "deployedOrReleased": true }],\n  "providerVersionBranch": "main", "includePendingStatus": true }',
};

/** The relations of the index. */
export const indexDocs: RelationDocs = {
  ...indexPactDocs,
  self: reading(
    'The index',
    '/',
    'Where every client starts. It finds all other resources by the relations here.',
  ),
  pacticipants,
  pacticipant: pacticipants,
  'latest-version': reading(
    'Latest version of a pacticipant',
    `${pacticipant}/latest-version`,
    'The version that was created last, whether it has a pact or not.',
  ),
  'latest-tagged-version': reading(
    'Latest version with a tag',
    `${pacticipant}/latest-version/{tag}`,
    'The version created last of those that have the tag.',
  ),
  integrations: {
    title: 'Integrations',
    methods: 'GET, DELETE',
    path: '/integrations, /integrations/provider/{provider}/consumer/{consumer}',
    text: [
      'Every consumer and provider with a contract, those with the newest pact or result first. `q` searches names, `page` and `size` ask for a page. As `text/vnd.graphviz` the list is a graph.',
      'DELETE on the list removes everything but environments. DELETE on one integration removes its pacts and results, and the versions and pacticipants that only it needed. Neither can be undone.',
    ],
  },
  'pacticipant-version': {
    title: 'A version of a pacticipant',
    methods: 'GET, PUT, PATCH, DELETE',
    path: `${pacticipant}/versions/{version}`,
    text: ['What was built from one commit. It has links for recording that it was deployed or released.'],
    body: '{ "buildUrl": "https://ci.example/builds/7", "tags": [{ "name": "dev" }] }',
  },
  'pacticipant-version-tag': {
    title: 'A tag of a version',
    methods: 'GET, PUT, DELETE',
    path: `${pacticipant}/versions/{version}/tags/{tag}`,
    text: [
      'PUT with an empty JSON body puts the tag on the version and creates what is missing. Branches and environments say most of what tags were used for, and say it better.',
    ],
  },
  'pacticipant-branch': {
    title: 'A branch',
    methods: 'GET, DELETE',
    path: `${pacticipant}/branches/{branch}`,
    text: ['DELETE forgets the branch; its versions stay.'],
  },
  'pacticipant-branch-version': {
    title: 'A version of a branch',
    methods: 'GET, PUT, DELETE',
    path: `${pacticipant}/branches/{branch}/versions/{version}`,
    text: [
      'PUT with an empty JSON body puts a version on a branch, of which it becomes the head, and creates what is missing.',
    ],
  },
  metrics: reading('Metrics', '/metrics', 'How much of everything the broker holds.'),
  'can-i-deploy-pacticipant-version-to-tag': canIDeploy('to={tag}'),
  'can-i-deploy-pacticipant-version-to-environment': canIDeploy('environment={environment}'),
  'provider-pacts-for-verification': forVerification,
  environments: {
    title: 'Environments',
    methods: 'GET, POST',
    path: '/environments',
    text: ['Places that versions are deployed or released to. `name` must be unique and without spaces.'],
    body: '{ "name": "production", "displayName": "Production", "production": true }',
  },
  environment: {
    title: 'An environment',
    methods: 'GET, PUT, DELETE',
    path: '/environments/{uuid}',
    text: [
      'It has links to what is deployed in it and to what is supported. PUT replaces all fields; DELETE also forgets what was deployed or released to it.',
    ],
  },
};
