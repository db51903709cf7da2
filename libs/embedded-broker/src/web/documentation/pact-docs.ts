import { reading, type RelationDocs } from './relation-doc.ts';

const pact = '/pacts/provider/{provider}/consumer/{consumer}';
const content = `${pact}/pact-version/{sha}`;

/** The relations of a pact, and of lists of pacts. */
export const pactDocs: RelationDocs = {
  self: reading('A pact', `${pact}/version/{version}`, 'What a consumer version expects of a provider.'),
  pacts: reading('Pacts', `${pact}/version/{version}`, 'The pacts of the list.'),
  consumer: reading('The consumer', '/pacticipants/{consumer}', 'The application that has expectations.'),
  provider: reading('The provider', '/pacticipants/{provider}', 'The application that has to meet them.'),
  'consumer-version': reading(
    'The consumer version',
    '/pacticipants/{consumer}/versions/{version}',
    'The version of the consumer that this pact was published for.',
  ),
  'consumer-versions': reading(
    'Consumer versions',
    '/pacticipants/{consumer}/versions/{version}',
    'The versions for whose sake this content was picked for verification.',
  ),
  'pact-version': reading(
    'The content of the pact',
    content,
    'Versions that publish the same content share it, and every result for it.',
  ),
  'latest-pact-version': reading(
    'Latest pact',
    `${pact}/latest`,
    'The pact of the newest consumer version that has one with the provider.',
  ),
  'all-pact-versions': {
    title: 'All pacts of an integration',
    methods: 'GET, DELETE',
    path: `${pact}/versions`,
    text: ['DELETE removes every pact between the two.'],
  },
  'latest-untagged-pact-version': reading(
    'Latest pact without a tag',
    `${pact}/latest-untagged`,
    'The pact of the newest consumer version that has no tag.',
  ),
  'latest-tagged-pact-version': reading(
    'Latest pact with a tag',
    `${pact}/latest/{tag}`,
    'The pact of the newest consumer version that has the tag.',
  ),
  'previous-distinct': reading(
    'Previous other content',
    `${pact}/version/{version}/previous-distinct`,
    'The newest pact before this one whose content is another.',
  ),
  'diff-previous-distinct': reading(
    'What changed',
    `${pact}/version/{version}/diff/previous-distinct`,
    'The differences to the newest pact before this one whose content is another, as text.',
  ),
  diff: reading(
    'Differences of two contents',
    `${content}/diff/pact-version/{pactVersion}`,
    'The differences to any other content of the integration, as text. Contents are named by their sha.',
  ),
  'pact-webhooks': reading(
    'Webhooks of a pact',
    `${pact}/webhooks`,
    'Webhooks of this consumer and provider.',
  ),
  'consumer-webhooks': reading(
    'Webhooks of the consumer',
    '/webhooks/consumer/{consumer}',
    'Webhooks of this consumer with any provider.',
  ),
  'triggered-webhooks': reading(
    'Triggered webhooks',
    `${pact}/version/{version}/triggered-webhooks`,
    'What publishing this pact set off, and how that went.',
  ),
  'tag-prod-version': {
    title: 'Tag the consumer version as prod',
    methods: 'PUT',
    path: '/pacticipants/{consumer}/versions/{version}/tags/prod',
    text: ['Recording a deployment to an environment says the same, and says when it ended too.'],
  },
  'tag-version': {
    title: 'Tag the consumer version',
    methods: 'PUT',
    path: '/pacticipants/{consumer}/versions/{version}/tags/{tag}',
    text: ['PUT with an empty JSON body.'],
  },
  'publish-verification-results': {
    title: 'Publish a verification result',
    methods: 'POST',
    path: `${content}/verification-results`,
    text: [
      'Says whether a provider version meets this content. Results are all kept; of a provider version’s the last one counts.',
    ],
    body: '{ "success": true, "providerApplicationVersion": "3c1b", "buildUrl": "https://ci.example/builds/8" }',
  },
  'latest-verification-results': reading(
    'Latest verification result',
    `${content}/verification-results/latest`,
    'The last result for this content, of whatever provider version.',
  ),
  'matrix-for-consumer-version': reading(
    'Matrix of the consumer version',
    '/matrix?q[][pacticipant]={consumer}&q[][version]={version}&latestby=cvpv',
    'With which provider versions the consumer version was verified.',
  ),
  'provider-states': reading(
    'States of a provider',
    '/pacts/provider/{provider}/provider-states',
    'The states that the pacts of the consumers’ main branches ask for. `/branch/{branch}` and `/environment/{environment}` behind it ask for those of other consumer versions.',
  ),
};
