import type { AcceptedDifference } from './accepted-difference.ts';

const webhookResult = ['providerVersionTags', 'verificationResultUrl', 'githubVerificationStatus'].concat([
  'bitbucketVerificationStatus',
  'azureDevOpsVerificationStatus',
  'gitlabVerificationStatus',
]);

/** What is shown otherwise, though it means the same. */
export const representation: readonly AcceptedDifference[] = [
  {
    subject: 'words of pacts that are in progress',
    kind: 'cosmetic',
    official: 'depend on how they were asked for, and name a tag twice',
    here: 'branches first, each tag once',
    why: 'branches come first however it is asked, and a tag is named once',
    seen: [
      {
        row: 'A13',
        steps: ['WIP for tags', 'WIP for the tag', 'by GET with a query'],
        places: ['body._embedded.pacts*'],
      },
    ],
  },
  {
    subject: 'order of providers, and of where a pacticipant is deployed',
    kind: 'cosmetic',
    official: 'that in which the database has them',
    here: 'by name, the same every time',
    why: 'by name, so that it is the same every time',
    seen: [
      { row: 'B17', steps: ['no result yet'], places: ['body.providerSummary.unknown*'] },
      { row: 'A21', steps: ['with deployments'], places: ['body._links.pb:deployed-environments*'] },
    ],
  },
  {
    subject: 'order of several versions with a tag, of which one was published again',
    kind: 'cosmetic',
    official: 'that in which the database has the publications',
    here: 'that of the versions',
    why: 'that of the versions is the same every time',
    seen: [
      {
        row: 'A13',
        steps: ['all with a tag, one published again'],
        places: ['body._embedded.pacts[0].verificationProperties.notices[0].text'],
      },
    ],
  },
  {
    subject: 'tags of a pact as extended JSON',
    kind: 'another answer',
    official: 'left out',
    here: 'shown, since they are part of the type',
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
    kind: 'cosmetic',
    official: 'kept, and treated like none',
    here: 'none',
    why: 'an empty name is no name',
    seen: [{ row: 'A36', steps: ['a blank instance'], places: ['body.target', 'body.applicationInstance'] }],
  },
  {
    subject: 'the same message twice',
    kind: 'cosmetic',
    official: 'where two rules say the same, as for a blank name',
    here: 'once',
    why: 'once is enough',
    seen: [{ row: 'A20', steps: ['several lines'], places: ['body.errors.name[1]'] }],
  },
  {
    subject: 'a problem about the question as a whole',
    kind: 'cosmetic',
    official: 'points to `/`',
    here: 'points to nothing',
    why: 'it points to nothing, rather than to a field without a name',
    seen: [{ row: 'A41', steps: ['refused: as a problem'], places: ['body.errors[2].pointer'] }],
  },
  {
    subject: '`pb:metrics` of the index',
    kind: 'cosmetic',
    official: 'does not say whether it is a template',
    here: 'says it as the others do',
    why: 'each link says whether it is a template',
    seen: [
      { row: 'A1', steps: ['as HAL', 'whatever is offered'], places: ['body._links.pb:metrics.templated'] },
    ],
  },
  {
    subject: 'the first call of a webhook',
    kind: 'another answer',
    official: 'after 5 s, each further one 3 s later',
    here: 'at once: the transaction is over',
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
    kind: 'cosmetic',
    official: "has the pacticipant's display name",
    here: 'has its name',
    why: 'it says the name that everything else goes by',
    seen: [{ row: 'A37', steps: ['of a version'], places: ['body._links.self.title'] }],
  },
  {
    subject: '`pb:logs` of a webhook that is gone',
    kind: 'cosmetic',
    official: 'has the name `null`',
    here: 'has no name',
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
  {
    subject: "long names in the dashboard's text",
    kind: 'cosmetic',
    official: 'cut after 30 characters',
    here: 'whole',
    seen: 'in no scenario',
  },
  {
    subject: "texts about JSON that can't be parsed",
    kind: 'cosmetic',
    official: "those of Ruby's parser",
    here: "those of JavaScript's; the rest of the answer is the same",
    seen: 'in no scenario',
  },
];
