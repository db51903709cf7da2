import type { AcceptedDifference } from './accepted-difference.ts';

const verdict = ['body.summary*', 'body.notices*'];

/** What can-i-deploy says otherwise. */
export const deployability: readonly AcceptedDifference[] = [
  {
    subject: 'several live versions of a provider, one of them never verified',
    kind: 'safer',
    official: 'can-i-deploy says yes',
    here: 'unknown, with a row for each selected version that has no result: a "yes" has to hold for all that is live',
    why: 'a "yes" has to hold for all that is live',
    seen: [
      {
        row: 'A40',
        steps: ['two live versions, one never verified'],
        places: [...verdict, 'body.matrix*'],
      },
    ],
  },
  {
    subject:
      'the same version twice, several versions of one pacticipant, versions without a contract between them',
    kind: 'safer',
    official: 'without a destination yes, and no row',
    here: 'the same version counts once, those of one pacticipant are looked at like one; unknown where what they need was not looked at',
    seen: 'in no scenario',
  },
  {
    subject: '`latestby=cvp` with an environment',
    kind: 'safer',
    official: 'looks at the newest live version only',
    here: 'looks at all of them',
    why: 'all live versions count, not the newest alone',
    seen: [
      {
        row: 'A40',
        steps: ['two live versions by consumer version'],
        places: [...verdict, 'body.matrix*'],
      },
    ],
  },
  {
    subject: 'the limit of 100',
    kind: 'safer',
    official: 'applies before rows are joined, so that a verdict can miss some',
    here: 'only cuts what is shown',
    why: 'a limit cuts what is shown, never what a verdict looks at',
    seen: [
      { row: 'A40', steps: ['at most one row'], places: verdict },
      { row: 'B23', steps: ['by version'], places: [...verdict, 'body.matrix*'] },
    ],
  },
  {
    subject: '`branch=…` as the destination of the matrix',
    kind: 'another answer',
    official: 'not read, as if there were no destination',
    here: 'the heads of that branch',
    seen: 'in no scenario',
  },
  {
    subject: '`latestby=nonsense`',
    kind: 'another answer',
    official: '500',
    here: '400',
    why: 'it is the client that is wrong',
    seen: [{ row: 'A40', steps: ['refused: an unknown latestby'], places: ['status'] }],
  },
  {
    subject: 'a result of several live versions that failed',
    kind: 'cosmetic',
    official: 'the reason names the first of them, whichever failed',
    here: 'the reason names the one that failed',
    seen: 'in no scenario',
  },
  {
    subject: 'a verdict that misses results',
    kind: 'cosmetic',
    official: 'says between whom',
    here: 'also says, in notices of type `prompt`, which provider version has to verify what, or be deployed first',
    why: 'it also says which provider version has to verify what, or be deployed first',
    seen: [
      {
        row: 'A40',
        steps: [
          'a failed version to an environment',
          'a version never verified',
          'a version',
          'in the form of the page',
          'two names',
          'two names with everything',
          'failures and unknown',
          'a name',
          'the newest',
          'an environment of a selector',
          'ignoring a version',
          'ignoring what is not there',
        ],
        places: verdict,
      },
      { row: 'A41', steps: ['not to an environment', 'ignoring a version'], places: verdict },
      { row: 'B23', steps: ['all'], places: verdict },
      { row: 'B24', steps: ['from a tag to a tag', 'a target that is not there'], places: verdict },
      {
        row: 'can-i-deploy',
        steps: ['nothing deployed there', 'not to an environment', 'dry run', 'a branch', 'the main branch'],
        places: ['output*'],
      },
      {
        row: 'can-i-deploy',
        steps: ['not to an environment, as JSON'],
        places: ['output.notices*', 'output.summary.reason'],
      },
    ],
  },
];
