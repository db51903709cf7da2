import { del, get, post, put, type Step, type Subject } from '../http/step.ts';
import { publish } from './contract.ts';
import { notThere, refusals } from './refusals.ts';

const consumer = 'CallShop';
const provider = 'CallWarehouse';
const base = `/pacts/provider/${provider}/consumer/${consumer}`;
const sides = { consumer: { name: consumer }, provider: { name: provider } };

/** Every value a template can name. */
const everything = Object.fromEntries(
  [
    'consumerName',
    'providerName',
    'consumerVersionNumber',
    'providerVersionNumber',
    'consumerVersionTags',
    'providerVersionTags',
    'consumerVersionBranch',
    'providerVersionBranch',
    'providerVersionDescriptions',
    'consumerLabels',
    'providerLabels',
    'pactUrl',
    'verificationResultUrl',
    'githubVerificationStatus',
    'bitbucketVerificationStatus',
    'azureDevOpsVerificationStatus',
    'gitlabVerificationStatus',
    'eventName',
    'buildUrl',
    'currentlyDeployedProviderVersionNumber',
    'nothingLikeThat',
  ].map((name) => [name, `\${pactbroker.${name}}`]),
);

const hook = (name: string, path: string, event: string, keep: string): Step =>
  post(
    'A42',
    name,
    '/webhooks',
    {
      ...sides,
      description: name,
      events: [{ name: event }],
      request: {
        method: 'POST',
        url: `{receiver}${path}`,
        headers: { 'Content-Type': 'application/json', 'X-Note': '${pactbroker.eventName}' },
        body: everything,
      },
    },
    { keep: { [keep]: 'uuid' } },
  );

const newest = '_embedded.triggeredWebhooks.0._links.pb:logs.href';

/** Webhooks that events trigger: what is sent, how it is tried again, and what is told about it. */
export const triggeredWebhooks: Subject = {
  name: 'triggered webhooks',
  steps: [
    publish('A3', 'for triggers: a pact', consumer, provider, { version: '1', branch: 'main', content: 1 }),
    get('A47', 'none yet', `${base}/webhooks/status`),
    get('A48', 'none yet', `${base}/version/1/triggered-webhooks`),
    put('B20', 'a label of the consumer', `/pacticipants/${consumer}/labels/call`, {}),
    hook(
      'when content changes',
      '/called/changed?of=${pactbroker.consumerName}',
      'contract_content_changed',
      'changed',
    ),
    hook(
      'when a pact needs verification',
      '/called/required',
      'contract_requiring_verification_published',
      'required',
    ),
    hook('when a result comes', '/called/result', 'provider_verification_published', 'result'),
    hook('when a verification failed', '/called/failed', 'provider_verification_failed', 'failed'),
    hook(
      'when a pact is published, to a receiver that fails',
      '/status/500/called',
      'contract_published',
      'refused',
    ),
    put(
      'A30',
      'for triggers: the main branch of the provider',
      `/pacticipants/${provider}/branches/main/versions/10`,
      {},
    ),
    put('A27', 'for triggers: a tag of the provider', `/pacticipants/${provider}/versions/10/tags/dev`, {}),
    publish('A3', 'a publication that triggers', consumer, provider, {
      version: '2',
      branch: 'main',
      tags: ['dev'],
      buildUrl: 'http://ci.example.org/2',
      content: 2,
    }),
    get('A47', 'all is done', `${base}/webhooks/status`, { until: /"successful":2,"failed":1/ }),
    get('A48', 'all is done', `${base}/version/2/triggered-webhooks`, { keep: { logs: newest } }),
    get('A49', 'as text', '{logs}', { accept: 'text/plain' }),
    get('A49', 'as HAL', '{logs}'),
    get('A49', 'whatever is offered', '{logs}', { accept: '*/*' }),
    ...notThere(
      'A49',
      'one that is not there',
      '/triggered-webhooks/there-is-no-such-thing/logs',
      'text/plain',
    ),
    ...refusals('A49', '{logs}'),
    ...notThere('A48', 'a version that is not there', `${base}/version/99/triggered-webhooks`),
    ...refusals('A48', `${base}/version/2/triggered-webhooks`),
    ...notThere(
      'A47',
      'a consumer that is not there',
      `/pacts/provider/${provider}/consumer/CallNobody/webhooks/status`,
    ),
    ...refusals('A47', `${base}/webhooks/status`),
    { row: 'A42', name: 'what came for a publication', method: 'GET', path: '/called', deliveries: 2 },
    {
      row: 'A42',
      name: 'what came to the receiver that fails',
      method: 'GET',
      path: '/status/500/called',
      deliveries: 2,
    },
    publish('A3', 'a publication of the same content', consumer, provider, {
      version: '3',
      branch: 'main',
      tags: ['dev'],
      content: 2,
    }),
    get('A4', 'for triggers: the pact', `${base}/version/2`, {
      keep: { results: '_links.pb:publish-verification-results.href' },
    }),
    post(
      'A14',
      'a failure that triggers',
      '{results}',
      { success: false, providerApplicationVersion: '10', buildUrl: 'http://ci.example.org/10' },
      { keep: { verification: 'header location' } },
    ),
    get('A19', 'two triggered', '{verification}/triggered-webhooks', { until: /("status":"success".*){2}/s }),
    { row: 'A42', name: 'what came for a result', method: 'GET', path: '/called', deliveries: 5 },
    get('B39', 'with webhooks', `/dashboard/provider/${provider}/consumer/${consumer}`),
    del('A43', 'deleting a triggered one', '/webhooks/{changed}'),
    get('A48', 'after its webhook is gone', `${base}/version/2/triggered-webhooks`),
    ...['required', 'result', 'failed', 'refused'].map((kept) =>
      del('A43', `deleting the one for ${kept}`, `/webhooks/{${kept}}`),
    ),
  ],
};
