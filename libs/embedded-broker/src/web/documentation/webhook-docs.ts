import { reading, type RelationDoc, type RelationDocs } from './relation-doc.ts';

const webhooks: RelationDoc = {
  title: 'Webhooks',
  methods: 'GET, POST (the list); GET, PUT, DELETE (one)',
  path: '/webhooks, /webhooks/{uuid}',
  text: [
    'A webhook is a request that the broker makes after something happened: `contract_published`, `contract_content_changed`, `contract_requiring_verification_published`, `provider_verification_published`, `provider_verification_succeeded`, `provider_verification_failed`.',
    'It belongs to a consumer and a provider, given by `name` or `label`; without one, to any. In its URL, headers and body `${pactbroker.…}` is replaced: `pactUrl`, `consumerName`, `providerName`, `consumerVersionNumber`, `providerVersionNumber`, `verificationResultUrl`, `githubVerificationStatus` and others.',
    'Only methods, schemes and hosts of the configured whitelists are allowed (`webhook_http_method_whitelist`, `webhook_scheme_whitelist`, `webhook_host_whitelist`). The answer to a webhook is shown only where a host whitelist is set: otherwise whoever may create one could read what only the broker may see.',
  ],
  body: '{ "provider": { "name": "orders" }, "events": [{ "name": "contract_requiring_verification_published" }],\n  "request": { "method": "POST", "url": "https://ci.example/verify",\n    "headers": { "Content-Type": "application/json" }, "body": { "pact": "${pactbroker.pactUrl}" } } }',
};

/** The relations of webhooks: those of the index, and those of the lists of webhooks (`webhooks-…`). */
export const webhookDocs: RelationDocs = {
  webhooks,
  webhook: webhooks,
  'webhooks-create': webhooks,
  'webhooks-webhooks': webhooks,
  'webhooks-webhook': webhooks,
  'webhooks-self': webhooks,
  'webhooks-execute': {
    title: 'Execute a webhook',
    methods: 'POST',
    path: '/webhooks/{uuid}/execute',
    text: ['Makes the request at once, with what was published last, and answers how it went.'],
  },
  'webhooks-triggered-webhooks': reading(
    'Logs of a triggered webhook',
    '/triggered-webhooks/{uuid}/logs',
    'What was sent, when, and how it went.',
  ),
};
