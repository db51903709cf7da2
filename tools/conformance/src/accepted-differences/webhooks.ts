import type { AcceptedDifference } from '../compare/judge.ts';

const redeliver = '._links.pb:redeliver';

/** Rows that show a pact. */
const pacts = ['A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'B11', 'B12', 'C6', 'C7', 'C8'];

/** What webhooks do otherwise. */
export const webhooks: readonly AcceptedDifference[] = [
  {
    subject: '`consumer-webhooks` of a pact',
    why: "they are the consumer's; the provider's have a link of their own",
    seen: pacts.map((row) => ({
      row,
      steps: 'any',
      places: ['body._links.pb:consumer-webhooks*', 'body._links.pb:provider-webhooks'],
    })),
  },
  {
    subject: '`pb:redeliver` of a triggered webhook',
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
];
