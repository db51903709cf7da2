import type { AcceptedDifference } from './accepted-difference.ts';

const badges = ['B26', 'B27', 'B28', 'B29', 'B30', 'B31', 'B32'];

/** Media types, methods and headers. */
export const negotiation: readonly AcceptedDifference[] = [
  {
    subject: '`DELETE` with `Accept: application/hal+json`',
    kind: 'another answer',
    official: '406 on some routes',
    here: 'works',
    why: 'there is nothing in the answer that could have another type',
    seen: [{ row: 'B37', steps: ['deleting as HAL'], places: ['status'] }],
  },
  {
    subject: '`X-Pact-Broker-Version` of a path that is refused as such',
    kind: 'cosmetic',
    official: 'not there',
    here: 'there, as in every answer',
    why: 'every answer says it',
    seen: [
      {
        row: 'A1',
        steps: ['an empty part of a path', 'several lines in a path', 'a tab in a path'],
        places: ['header x-pact-broker-version'],
      },
    ],
  },
  {
    subject: 'a bearer token where basic auth is set up',
    kind: 'another answer',
    official: '400',
    here: '401, which says how to sign in',
    seen: 'in no scenario',
  },
  {
    subject: 'the index for `Accept: application/json`',
    kind: 'another answer',
    official: '406',
    here: 'the index',
    why: 'HAL is JSON',
    seen: [{ row: 'A1', steps: ['as JSON'], places: ['status'] }],
  },
  {
    subject: 'a result published with `Accept: application/json`',
    kind: 'another answer',
    official: '406',
    here: '201',
    why: 'a result is stored whatever its answer may look like',
    seen: [{ row: 'A14', steps: ['as JSON'], places: ['status'] }],
  },
  {
    subject: 'all rows between two, as text',
    kind: 'another answer',
    official: '406',
    here: 'the table, as the matrix has it',
    why: 'the matrix has this form, too',
    seen: [{ row: 'B23', steps: ['as text'], places: ['status'] }],
  },
  {
    subject: 'badges',
    kind: 'safer',
    official: 'redirect to shields.io, which learns who has contracts with whom',
    here: 'drawn here, with the same texts and colours',
    why: 'drawn here, so that nobody is sent to another service; text and colour are the same',
    seen: badges.map((row) => ({ row, steps: ['as it comes'], places: ['status'] })),
  },
  {
    subject: '`/diagnostic/status/…`',
    kind: 'another answer',
    official: 'no charset, 501 for unknown methods, no `OPTIONS`',
    here: 'as all other resources',
    why: 'they are resources like all others: charset, `OPTIONS`, 405 instead of 501',
    seen: [
      { row: 'A2', steps: ['alive', 'whatever is offered'], places: ['header content-type'] },
      { row: 'B1', steps: ['the database answers'], places: ['header content-type'] },
      ...['A2', 'B1'].map((row) => ({
        row,
        steps: ['a method that it does not have', 'which methods it has'],
        places: ['status'],
      })),
    ],
  },
  {
    subject: '`HEAD`',
    kind: 'another answer',
    official: '405 everywhere',
    here: 'as `GET`, without the body',
    seen: 'in no scenario',
  },
  {
    subject: 'headers of refused paths and plain texts',
    kind: 'cosmetic',
    official: 'some lack the common headers or a charset; unknown paths of `/trace` are a page',
    here: 'the same everywhere',
    why: 'every answer has the same common headers and names its charset',
    seen: [
      {
        row: 'A1',
        steps: ['an empty part of a path', 'several lines in a path', 'a tab in a path'],
        places: ['header cache-control', 'header vary'],
      },
      {
        row: 'A4',
        steps: ['a consumer whose name looks like a misspelling'],
        places: ['header content-type'],
      },
      { row: 'B45', steps: ['the page'], places: ['header content-type'] },
      { row: 'C12', steps: ['the traces'], places: ['header content-type', 'body'] },
    ],
  },
  {
    subject: '`…/1.json` where something is called `1.json`',
    kind: 'safer',
    official: 'is taken for `1`, also when it is written or deleted',
    here: 'the path is taken as it stands first; only a GET that finds nothing takes the ending for a media type',
    seen: 'in no scenario',
  },
];
