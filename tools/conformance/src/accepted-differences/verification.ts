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
    official: 'the description is a dump of an object; on several instances there is a reason for each',
    here: 'says in which environment, once',
    why: 'a description is for readers, not a dump of an object',
    seen: [
      {
        row: 'A13',
        steps: ['in an environment'],
        places: ['body._embedded.pacts[0].shortDescription', 'body._embedded.pacts[1].shortDescription'],
      },
    ],
  },
  {
    subject: "work in progress for a provider's tag that was removed, or whose version was deleted",
    kind: 'another answer',
    official: 'what was verified with it is none',
    here: 'what was verified with it is offered again: nothing shows the success any more',
    why: 'nothing shows the success any more',
    seen: [{ row: 'A13', steps: ['WIP for a tag that was removed'], places: ['body._embedded.pacts*'] }],
  },
  {
    subject: '`includeWipPactsSince` without a year, a month or a day (`monday`, `15`)',
    kind: 'another answer',
    official: 'fills in what is missing from today',
    here: '400: `must be a date`',
    seen: 'in no scenario',
  },
  {
    subject: '`includeWipPactsSince` with a time that there is not (`25:00`)',
    kind: 'another answer',
    official: '500',
    here: '400',
    seen: 'in no scenario',
  },
];
