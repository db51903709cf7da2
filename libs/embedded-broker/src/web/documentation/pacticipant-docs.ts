import { reading, type RelationDocs } from './relation-doc.ts';

const pacticipant = '/pacticipants/{pacticipant}';
const version = `${pacticipant}/versions/{version}`;
const record = (title: string, path: string, text: string) => ({
  title,
  methods: 'GET, POST',
  path,
  text: [text],
});
const put = (title: string, path: string) => ({
  title,
  methods: 'GET, PUT, DELETE',
  path,
  text: ['PUT with an empty JSON body creates it, and what it hangs on.'],
});
const environments = reading(
  'Environments',
  '/deployed-versions/{uuid}, /released-versions/{uuid}',
  'Where it is deployed or supported now. PATCH with `currentlyDeployed` or `currentlySupported` false ends that.',
);

/** The relations of a pacticipant. */
export const pacticipantDocs: RelationDocs = {
  self: reading('A pacticipant', pacticipant, 'An application that takes part in contracts.'),
  versions: reading('Versions', `${pacticipant}/versions`, 'The versions of the pacticipant, newest first.'),
  branches: {
    title: 'Branches',
    methods: 'GET, DELETE',
    path: `${pacticipant}/branches`,
    text: ['DELETE removes all but the main branch and those named by `exclude[]`.'],
  },
  'deployed-environments': environments,
  version: reading('A version', version, 'What was built from one commit.'),
  'version-tag': put('A tag of a version', `${version}/tags/{tag}`),
  'branch-version': put('A version of a branch', `${pacticipant}/branches/{branch}/versions/{version}`),
  label: put('A label', `${pacticipant}/labels/{label}`),
  'can-i-deploy-badge': reading(
    'Badge: can the tagged version be deployed?',
    `${pacticipant}/latest-version/{tag}/can-i-deploy/to/{environmentTag}/badge`,
    'A picture for a README. `label` replaces its left text.',
  ),
  'can-i-deploy-branch-to-environment-badge': reading(
    'Badge: can the branch be deployed?',
    `${pacticipant}/branches/{branch}/latest-version/can-i-deploy/to-environment/{environment}/badge`,
    'A picture for a README. `label` replaces its left text.',
  ),
};

/** The relations of a version. */
export const versionDocs: RelationDocs = {
  self: reading('A version', version, 'What was built from one commit.'),
  pacticipant: reading('The pacticipant', pacticipant, 'The application that this is a version of.'),
  tag: put('A tag of a version', `${version}/tags/{tag}`),
  'latest-verification-results-where-pacticipant-is-consumer': reading(
    'Results for the pacts of the version',
    '/verification-results/consumer/{pacticipant}/version/{version}/latest',
    'The last result for each pact of the version, and whether all of them succeeded.',
  ),
  'pact-versions': reading(
    'Pacts of the version',
    '/pacts/provider/{provider}/consumer/{pacticipant}/version/{version}',
    'What the version expects of its providers.',
  ),
  'deployed-environments': environments,
  'released-environments': environments,
  'record-deployment': record(
    'Record a deployment',
    `${version}/deployed-versions/environment/{uuid}`,
    'The version takes the place of the one before it in the environment. `applicationInstance` distinguishes several instances there.',
  ),
  'record-release': record(
    'Record a release',
    `${version}/released-versions/environment/{uuid}`,
    'The version joins those that are supported in the environment, e.g. of a library or a mobile application.',
  ),
};
