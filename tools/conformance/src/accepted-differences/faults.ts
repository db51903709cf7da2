import type { AcceptedDifference } from '../compare/judge.ts';

/** Answers of the official broker that are plain faults. */
export const faults: readonly AcceptedDifference[] = [
  {
    subject: 'a body of a media type that is not read',
    why: 'the official broker stumbles over the body before it looks at the type (500, or 200)',
    seen: [
      { row: 'A14', steps: ['POST of a body of the wrong type'], places: ['status'] },
      { row: 'A15', steps: ['POST of a body of the wrong type'], places: ['status'] },
      { row: 'A4', steps: ['PUT of a body of the wrong type'], places: ['status'] },
      { row: 'A20', steps: ['POST of a body of the wrong type'], places: ['status'] },
      { row: 'A21', steps: ['PUT of a body of the wrong type'], places: ['status'] },
      { row: 'A32', steps: ['POST of a body of the wrong type'], places: ['status'] },
      { row: 'A33', steps: ['PUT of a body of the wrong type'], places: ['status'] },
      { row: 'A36', steps: ['POST of a body of the wrong type'], places: ['header location'] },
      { row: 'A37', steps: ['POST of a body of the wrong type'], places: ['status'] },
      ...['A42', 'A45', 'A46', 'B33', 'B34', 'B35'].map((row) => ({
        row,
        steps: ['POST of a body of the wrong type'],
        places: ['status'],
      })),
      { row: 'A43', steps: ['PUT of a body of the wrong type'], places: ['status'] },
    ],
  },
  {
    subject: 'questions that the official broker answers with 500',
    why: 'they have an answer: what was wrong, or what is there',
    seen: [
      { row: 'A3', steps: ['no contracts'], places: ['*'] },
      { row: 'A23', steps: ['wrong types'], places: ['status'] },
      {
        row: 'A42',
        steps: ['refused: wrong types', 'refused: headers of the wrong type'],
        places: ['status'],
      },
      { row: 'A28', steps: ['a page that is none'], places: ['status'] },
      { row: 'A40', steps: ['by consumer and provider'], places: ['status'] },
      ...(['B23', 'B24', 'B25', 'B30', 'B31'] as const).map((row) => ({
        row,
        steps: ['which methods it has'],
        places: ['status'],
      })),
    ],
  },
  {
    subject: '`OPTIONS` of the matrix and can-i-deploy',
    why: 'they have methods, too',
    seen: ['A40', 'A41'].map((row) => ({
      row,
      steps: ['which methods it has'],
      places: ['header access-control-allow-methods'],
    })),
  },
  {
    subject: '`Location` of a new pacticipant',
    why: 'the official one is misspelt (`/pacticpants/`) and leads nowhere',
    seen: [
      { row: 'A20', steps: ['a new one', 'one that is there', 'a name only'], places: ['header location'] },
    ],
  },
  {
    subject: '`DELETE` of the newest result',
    why: 'the official broker says that it can, and then fails',
    seen: ['A18', 'B14', 'B15', 'B16'].flatMap((row) => [
      { row, steps: ['a method that it does not have'], places: ['header allow'] },
      { row, steps: ['which methods it has'], places: ['header access-control-allow-methods'] },
    ]),
  },
  {
    subject: '`pb:group` and `pb:matrix` of an integration',
    why: 'they lead where they say, with an absolute address',
    seen: [
      {
        row: 'B36',
        steps: ['with two pacts', 'with two pacts, a page', 'by a part of a name'],
        places: ['body._embedded.integrations*'],
      },
    ],
  },
  {
    subject: '`templated` of `pb:tagged-pact-versions`',
    why: 'it is a template',
    seen: [
      {
        row: 'A1',
        steps: ['as HAL', 'whatever is offered'],
        places: ['body._links.pb:tagged-pact-versions.templated'],
      },
    ],
  },
  {
    subject: 'the dashboard of unknown pacticipants',
    why: 'they are not there',
    seen: [
      {
        row: 'B39',
        steps: ['a consumer that is not there', 'a consumer that is not there, as a problem'],
        places: ['status'],
      },
    ],
  },
  {
    subject: '`/doc/…` of an unknown relation',
    why: 'it is not there',
    seen: [{ row: 'B44', steps: ['a relation that is not there'], places: ['status'] }],
  },
  {
    subject: 'what differs from a version or content that is named',
    why: 'what is asked for is compared, not the one before',
    seen: [
      {
        row: 'C4',
        steps: ['two versions', 'two versions with the same content'],
        places: ['body'],
      },
      {
        row: 'C4',
        steps: ['a version that is not there', 'a version that is not there, as a problem'],
        places: ['status'],
      },
      {
        row: 'C5',
        steps: ['a content that is not there', 'a content that is not there, as a problem'],
        places: ['status'],
      },
    ],
  },
  {
    subject: 'the newest result of a tag that is not there',
    why: 'there is none',
    seen: [{ row: 'B16', steps: ['nothing there', 'nothing there, as a problem'], places: ['status'] }],
  },
  {
    subject: 'links of the versions with a tag',
    why: 'they name the pacticipant',
    seen: [
      {
        row: 'B18',
        steps: ['with a tag', 'a page'],
        places: ['body._links.self.title', 'body._links.pb:pacticipant*', 'body._links.pacticipant*'],
      },
    ],
  },
  {
    subject: 'pages of the pacticipants with a label',
    why: 'what is asked for is given, as in all collections',
    seen: [
      { row: 'B22', steps: ['a page'], places: ['body*'] },
      { row: 'B22', steps: ['a page that is none'], places: ['status'] },
    ],
  },
];
