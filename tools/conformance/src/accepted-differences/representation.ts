import type { AcceptedDifference } from '../compare/judge.ts';

const released = ['body._links.pb:released-environments'];
const webhookResult = ['providerVersionTags', 'verificationResultUrl', 'githubVerificationStatus'].concat([
  'bitbucketVerificationStatus',
  'azureDevOpsVerificationStatus',
  'gitlabVerificationStatus',
]);

/** What is shown otherwise, though it means the same. */
export const representation: readonly AcceptedDifference[] = [
  {
    subject: '`pb:released-environments` of a version',
    why: 'newer releases of the official broker show it, too',
    seen: [
      {
        row: 'A23',
        steps: [
          'a new one',
          'a new one with tags',
          'all of it anew',
          'other tags',
          'a part of it',
          'a new one in part',
          'a number with a slash',
          'one that is deployed',
          'one that is released',
          'with tags',
          'its versions stay',
        ],
        places: released,
      },
      { row: 'A24', steps: ['the newest'], places: released },
      { row: 'A25', steps: ['the newest with a tag'], places: released },
      {
        row: 'A26',
        steps: ['the head', 'the head is what was added last', 'the head after that'],
        places: released,
      },
      {
        row: 'describe-version',
        steps: ['the newest as JSON'],
        places: ['output._links.pb:released-environments'],
      },
    ],
  },
  {
    subject: "a pacticipant's versions of an environment",
    why: 'newer releases of the official broker have the route',
    seen: [
      {
        row: 'B19',
        steps: [
          'ever in an environment',
          'a media type that is not offered',
          'a method that it does not have',
          'which methods it has',
        ],
        places: ['status'],
      },
    ],
  },
  {
    subject: 'words of pacts that are in progress',
    why: 'branches come first however it is asked, and a tag is named once',
    seen: [{ row: 'A13', steps: ['WIP for tags', 'by GET with a query'], places: ['body._embedded.pacts*'] }],
  },
  {
    subject: 'order of providers, and of where a pacticipant is deployed',
    why: 'by name, so that it is the same every time',
    seen: [
      { row: 'B17', steps: ['no result yet'], places: ['body.providerSummary.unknown*'] },
      { row: 'A21', steps: ['with deployments'], places: ['body._links.pb:deployed-environments*'] },
    ],
  },
  {
    subject: 'tags of a pact as extended JSON',
    why: 'they are part of the type',
    seen: [
      {
        row: 'A7',
        steps: ['as extended JSON'],
        places: ['body._embedded.tags*', 'header x-pact-consumer-version'],
      },
    ],
  },
  {
    subject: '`applicationInstance: ""`',
    why: 'an empty name is no name',
    seen: [{ row: 'A36', steps: ['a blank instance'], places: ['body.target', 'body.applicationInstance'] }],
  },
  {
    subject: 'the same message twice',
    why: 'once is enough',
    seen: [{ row: 'A20', steps: ['several lines'], places: ['body.errors.name[1]'] }],
  },
  {
    subject: 'a problem about the question as a whole',
    why: 'it points to nothing, rather than to a field without a name',
    seen: [{ row: 'A41', steps: ['refused: as a problem'], places: ['body.errors[2].pointer'] }],
  },
  {
    subject: '`pb:metrics` of the index',
    why: 'each link says whether it is a template',
    seen: [
      { row: 'A1', steps: ['as HAL', 'whatever is offered'], places: ['body._links.pb:metrics.templated'] },
    ],
  },
  {
    subject: 'the first call of a webhook',
    why: 'it tells what was known when it was triggered, not what came in between',
    seen: [
      {
        row: 'A42',
        steps: ['what came for a result'],
        places: webhookResult.map((name) => `deliveries[3].body.${name}`),
      },
    ],
  },
  {
    subject: 'title of the releases of a version',
    why: 'it says the name that everything else goes by',
    seen: [{ row: 'A37', steps: ['of a version'], places: ['body._links.self.title'] }],
  },
  {
    subject: '`pb:logs` of a webhook that is gone',
    why: 'it has no name any more, so none is given',
    seen: [
      {
        row: 'A48',
        steps: ['after its webhook is gone'],
        places: [
          'body._embedded.triggeredWebhooks[0]._links.pb:logs.name',
          'body._embedded.triggeredWebhooks[0]._links.logs.name',
        ],
      },
    ],
  },
];
