import type { AcceptedDifference } from './accepted-difference.ts';

const redeliver = '._links.pb:redeliver';

/** Rows that show a pact. */
const pacts = ['A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'B11', 'B12', 'C6', 'C7', 'C8'];

/** What webhooks do otherwise. */
export const webhooks: readonly AcceptedDifference[] = [
  {
    subject: '`consumer-webhooks` of a pact',
    kind: 'another answer',
    official: "leads to the provider's name",
    here: "leads to the consumer's; `pb:provider-webhooks` leads to the provider's",
    why: "they are the consumer's; the provider's have a link of their own",
    seen: pacts.map((row) => ({
      row,
      steps: 'any',
      places: ['body._links.pb:consumer-webhooks*', 'body._links.pb:provider-webhooks'],
    })),
  },
  {
    subject: '`pb:redeliver` of a triggered webhook',
    kind: 'another answer',
    official: 'is not there',
    here: 'sends it again',
    why: 'whoever looks at a failed one can send it again',
    seen: [
      {
        row: 'A47',
        steps: ['all is done'],
        places: [0, 1, 2].map((index) => `body._embedded.triggeredWebhooks[${index}]${redeliver}`),
      },
      {
        row: 'A48',
        steps: ['all is done'],
        places: [0, 1, 2].map((index) => `body._embedded.triggeredWebhooks[${index}]${redeliver}`),
      },
      {
        row: 'A19',
        steps: ['two triggered'],
        places: [0, 1].map((index) => `body._embedded.triggeredWebhooks[${index}]${redeliver}`),
      },
      {
        row: 'A48',
        steps: ['after its webhook is gone'],
        places: [1, 2].map((index) => `body._embedded.triggeredWebhooks[${index}]${redeliver}`),
      },
    ],
  },
  {
    subject: 'webhooks to private addresses',
    kind: 'safer',
    official: 'called, where no hosts are listed',
    here: "refused, unless the host is listed: who may save a webhook should not reach into the broker's network",
    seen: 'in no scenario',
  },
  {
    subject: 'a webhook that waits to be tried again',
    kind: 'safer',
    official: 'is given up when the broker restarts',
    here: 'stays in the queue; so does one whose call was cut short',
    seen: 'in no scenario',
  },
  {
    subject: 'a webhook without a body',
    kind: 'another answer',
    official: 'sends `null`',
    here: 'sends none',
    seen: 'in no scenario',
  },
  {
    subject: 'a quote or backslash in a value that goes into a JSON body',
    kind: 'another answer',
    official: 'breaks the JSON',
    here: 'is escaped',
    seen: 'in no scenario',
  },
  {
    subject: 'testing a webhook that is limited by a label',
    kind: 'another answer',
    official: 'tells of any pact',
    here: 'tells of the latest that it applies to, or of placeholders',
    seen: 'in no scenario',
  },
  {
    subject: 'secret headers',
    kind: 'safer',
    official: '`authorization` and `token`',
    here: 'cookies, passwords, secrets and keys, too; the user part and such parameters of a URL; whatever repeats them',
    seen: 'in no scenario',
  },
  {
    subject: 'saving a webhook again without `events`; `headers` that are no object',
    kind: 'another answer',
    official: '500',
    here: 'the default event; 400',
    seen: 'in no scenario',
  },
  {
    subject: 'an event named twice',
    kind: 'another answer',
    official: 'calls twice',
    here: 'calls once',
    seen: 'in no scenario',
  },
  {
    subject: '`${pactbroker.currentlyDeployedProviderVersionNumber}`',
    kind: 'another answer',
    official: 'behind a feature toggle',
    here: 'empty',
    seen: 'in no scenario',
  },
  {
    subject: 'proxies for webhooks',
    kind: 'safer',
    official: '`http_proxy` and the like',
    here: 'not used: the address could not be checked',
    seen: 'in no scenario',
  },
  {
    subject: 'webhooks of contract events',
    kind: 'another answer',
    official: "listed under the main branch's result, too",
    here: 'only under the pact that triggered them',
    seen: 'in no scenario',
  },
];
