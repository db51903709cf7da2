/**
 * What the index names: relation, title and path, in the official broker's order. A path with `{name}`s is a template.
 * Source: docs/official-broker/navigation.md#the-index.
 */
export const indexRelations: readonly (readonly [relation: string, title: string, path: string])[] = [
  [
    'pb:publish-pact',
    'Publish a pact',
    '/pacts/provider/{provider}/consumer/{consumer}/version/{consumerApplicationVersion}',
  ],
  ['pb:publish-contracts', 'Publish contracts', '/contracts/publish'],
  ['pb:latest-pact-versions', 'Latest pact versions', '/pacts/latest'],
  [
    'pb:tagged-pact-versions',
    'All versions of a pact for a given consumer, provider and consumer version tag',
    '/pacts/provider/{provider}/consumer/{consumer}/tag/{tag}',
  ],
  [
    'pb:branch-pact-versions',
    'All versions of pacts for a provider, for a named consumers branch',
    '/pacts/provider/{provider}/consumer/{consumer}/branch/{branch}',
  ],
  [
    'pb:latest-branch-pact-versions',
    'Latest version of pact for a provider, for a named consumers branch',
    '/pacts/provider/{provider}/consumer/{consumer}/branch/{branch}/latest/versions',
  ],
  [
    'pb:main-branch-pact-versions',
    'All versions of pacts for a provider, for a named consumers main branch',
    '/pacts/provider/{provider}/consumer/{consumer}/branch/versions',
  ],
  [
    'pb:latest-main-branch-pact-versions',
    'Latest version of pact for a provider, for a named consumers main branch',
    '/pacts/provider/{provider}/consumer/{consumer}/branch/latest/versions',
  ],
  [
    'pb:provider-pacts-with-main-branch',
    'All pacts for a provider, for any consumers main branch',
    '/pacts/provider/{provider}/branch',
  ],
  [
    'pb:provider-pacts-with-branch',
    'All pacts for a provider, for any consumers named branch',
    '/pacts/provider/{provider}/branch/{branch}',
  ],
  [
    'pb:latest-provider-pacts-with-main-branch',
    'Latest pact for a provider, for any consumers main branch',
    '/pacts/provider/{provider}/branch/latest',
  ],
  [
    'pb:latest-provider-pacts-with-branch',
    'Latest pacts for a provider, for any consumers named branch',
    '/pacts/provider/{provider}/branch/{branch}/latest',
  ],
  ['pb:pacticipants', 'Pacticipants', '/pacticipants'],
  ['pb:pacticipant', 'Fetch pacticipant by name', '/pacticipants/{pacticipant}'],
  ['pb:latest-provider-pacts', 'Latest pacts by provider', '/pacts/provider/{provider}/latest'],
  [
    'pb:latest-provider-pacts-with-tag',
    'Latest pacts for provider with the specified tag',
    '/pacts/provider/{provider}/latest/{tag}',
  ],
  [
    'pb:provider-pacts-with-tag',
    'All pact versions for the provider with the specified consumer version tag',
    '/pacts/provider/{provider}/tag/{tag}',
  ],
  ['pb:provider-pacts', 'All pact versions for the specified provider', '/pacts/provider/{provider}'],
  ['pb:latest-version', 'Latest pacticipant version', '/pacticipants/{pacticipant}/latest-version'],
  [
    'pb:latest-tagged-version',
    'Latest pacticipant version with the specified tag',
    '/pacticipants/{pacticipant}/latest-version/{tag}',
  ],
  ['pb:webhooks', 'Webhooks', '/webhooks'],
  ['pb:webhook', 'Webhook', '/webhooks/{uuid}'],
  ['pb:integrations', 'Integrations', '/integrations'],
  [
    'pb:pacticipant-version-tag',
    'Get, create or delete a tag for a pacticipant version',
    '/pacticipants/{pacticipant}/versions/{version}/tags/{tag}',
  ],
  [
    'pb:pacticipant-branch',
    'Get or delete a pacticipant branch',
    '/pacticipants/{pacticipant}/branches/{branch}',
  ],
  [
    'pb:pacticipant-branch-version',
    'Get or add/create a pacticipant version for a branch',
    '/pacticipants/{pacticipant}/branches/{branch}/versions/{version}',
  ],
  [
    'pb:pacticipant-version',
    'Get, create or delete a pacticipant version',
    '/pacticipants/{pacticipant}/versions/{version}',
  ],
  ['pb:metrics', 'Get Pact Broker metrics', '/metrics'],
  [
    'pb:can-i-deploy-pacticipant-version-to-tag',
    'Determine if an application version can be safely deployed to an environment identified by the given tag',
    '/can-i-deploy?pacticipant={pacticipant}&version={version}&to={tag}',
  ],
  [
    'pb:can-i-deploy-pacticipant-version-to-environment',
    'Determine if an application version can be safely deployed to an environment',
    '/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}',
  ],
  [
    'pb:provider-pacts-for-verification',
    'Pact versions to be verified for the specified provider',
    '/pacts/provider/{provider}/for-verification',
  ],
  [
    'beta:provider-pacts-for-verification',
    'DEPRECATED - please use pb:provider-pacts-for-verification',
    '/pacts/provider/{provider}/for-verification',
  ],
  ['pb:environments', 'Environments', '/environments'],
  ['pb:environment', 'Environment', '/environments/{uuid}'],
];
