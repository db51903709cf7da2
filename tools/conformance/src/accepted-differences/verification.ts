import type { AcceptedDifference } from '../compare/judge.ts';

/** What is answered otherwise to a provider that asks for pacts. */
export const verification: readonly AcceptedDifference[] = [
  {
    subject: '`fallbackBranch`',
    why: 'it is in the documentation of selectors, and works',
    seen: [{ row: 'A13', steps: ['fallback branch'], places: ['body._embedded.pacts*'] }],
  },
  {
    subject: 'the selector `environment`',
    why: 'a description is for readers, not a dump of an object',
    seen: [
      {
        row: 'A13',
        steps: ['in an environment'],
        places: ['body._embedded.pacts[0].shortDescription', 'body._embedded.pacts[1].shortDescription'],
      },
    ],
  },
];
