import type { AcceptedDifference } from './accepted-difference.ts';

/** What is done otherwise with the content of pacts. */
export const content: readonly AcceptedDifference[] = [
  {
    subject: '`--merge` of new interactions',
    kind: 'another answer',
    official: '409',
    here: 'merges; 409 only where two requests contradict each other',
    why: 'merging is what was asked for; only what contradicts itself is refused',
    seen: [
      { row: 'A3', steps: ['merging new interactions'], places: ['status'] },
      { row: 'publish', steps: ['merging other content'], places: ['status'] },
    ],
  },
  {
    subject: 'sha of a merged pact',
    kind: 'safer',
    official: 'that of the added part',
    here: 'that of the merged content',
    why: 'a sha stands for the whole content, not for the part that was added last',
    seen: [
      {
        row: 'A4',
        steps: ['a merge with more'],
        places: [
          'body._links.pb:pact-version*',
          'body._links.pb:publish-verification-results.href',
          'body._links.pb:latest-verification-results.href',
          'body._links.pb:diff*',
        ],
      },
    ],
  },
  {
    subject: 'numbers in content',
    kind: 'another answer',
    official: '`1e3` becomes `1000.0`',
    here: 'as they are spelled',
    why: 'a pact is kept as its author wrote it',
    seen: [
      {
        row: 'A4',
        steps: ['numbers as they are written', 'numbers are kept'],
        places: [
          'body.interactions[0]._id',
          'body.interactions[0].response.body.precise.number',
          'body._links.pb:pact-version*',
          'body._links.pb:publish-verification-results.href',
          'body._links.pb:latest-verification-results.href',
          'body._links.pb:diff*',
        ],
      },
    ],
  },
  {
    subject: 'parameters of provider states',
    kind: 'another answer',
    official: '`1e3` becomes `1000.0`',
    here: 'as they are spelled',
    seen: 'in no scenario',
  },
  {
    subject: 'object keys that are whole numbers (`{"10": …, "2": …}`)',
    kind: 'cosmetic',
    official: 'as published',
    here: 'in the order of the numbers; JSON gives the order no meaning',
    seen: 'in no scenario',
  },
];
