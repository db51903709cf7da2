import { template, type Urls } from '../http/index.ts';

/** The index: where every client starts (api.md 2.1). It names only what this broker can do. */
export function indexRepresentation(urls: Urls): object {
  const at = (path: string) => `${urls.base}${path}`;
  const plain = (title: string, path: string) => ({ href: at(path), title, templated: false });
  const pacts = '/pacts/provider/{provider}';
  const pacticipant = '/pacticipants/{pacticipant}';
  return {
    _links: {
      self: { href: urls.base, title: 'Index', templated: false },
      'pb:publish-pact': template(
        'Publish a pact',
        at(`${pacts}/consumer/{consumer}/version/{consumerApplicationVersion}`),
      ),
      'pb:publish-contracts': plain('Publish contracts', '/contracts/publish'),
      'pb:latest-pact-versions': plain('Latest pact versions', '/pacts/latest'),
      'pb:pacticipants': plain('Pacticipants', '/pacticipants'),
      'pb:pacticipant': template('Fetch pacticipant by name', at(pacticipant)),
      'pb:latest-provider-pacts': template('Latest pacts by provider', at(`${pacts}/latest`)),
      'pb:latest-provider-pacts-with-tag': template(
        'Latest pacts for provider with the specified tag',
        at(`${pacts}/latest/{tag}`),
      ),
      'pb:latest-version': template('Latest pacticipant version', at(`${pacticipant}/latest-version`)),
      'pb:latest-tagged-version': template(
        'Latest pacticipant version with the specified tag',
        at(`${pacticipant}/latest-version/{tag}`),
      ),
      'pb:webhooks': plain('Webhooks', '/webhooks'),
      'pb:webhook': template('Webhook', at('/webhooks/{uuid}')),
      'pb:pacticipant-version': template(
        'Get, create or delete a pacticipant version',
        at(`${pacticipant}/versions/{version}`),
      ),
      'pb:pacticipant-version-tag': template(
        'Get, create or delete a tag for a pacticipant version',
        at(`${pacticipant}/versions/{version}/tags/{tag}`),
      ),
      'pb:pacticipant-branch': template(
        'Get or delete a pacticipant branch',
        at(`${pacticipant}/branches/{branch}`),
      ),
      'pb:pacticipant-branch-version': template(
        'Get or add/create a pacticipant version for a branch',
        at(`${pacticipant}/branches/{branch}/versions/{version}`),
      ),
      'pb:can-i-deploy-pacticipant-version-to-tag': template(
        'Determine if an application version can be safely deployed to an environment identified by the given tag',
        at('/can-i-deploy?pacticipant={pacticipant}&version={version}&to={tag}'),
      ),
      'pb:can-i-deploy-pacticipant-version-to-environment': template(
        'Determine if an application version can be safely deployed to an environment',
        at('/can-i-deploy?pacticipant={pacticipant}&version={version}&environment={environment}'),
      ),
      'pb:provider-pacts-for-verification': template(
        'Pact versions to be verified for the specified provider',
        at(`${pacts}/for-verification`),
      ),
      'beta:provider-pacts-for-verification': {
        name: 'beta',
        ...template(
          'DEPRECATED - please use pb:provider-pacts-for-verification',
          at(`${pacts}/for-verification`),
        ),
      },
      'pb:environments': plain('Environments', '/environments'),
      'pb:environment': template('Environment', at('/environments/{uuid}')),
    },
  };
}
