import type { AcceptedDifference } from './accepted-difference.ts';

/** What is answered otherwise to a provider that asks for pacts. */
export const verification: readonly AcceptedDifference[] = [
  {
    subject: '`fallbackBranch`',
    kind: 'another answer',
    official: 'accepted and ignored',
    here: 'works, per consumer',
    why: 'it is in the documentation of selectors, and works',
    seen: [{ row: 'A13', steps: ['fallback branch'], places: ['body._embedded.pacts*'] }],
  },
  {
    subject: 'the selector `environment`',
    kind: 'cosmetic',
    official: 'the description is a dump of an object',
    here: 'says in which environment',
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
