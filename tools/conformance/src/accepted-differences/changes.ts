import type { AcceptedDifference } from './accepted-difference.ts';

const latest = ['body._links.pb:latest-pact-version'];

/** What is shown of changes to pacts, and what is deleted. */
export const changes: readonly AcceptedDifference[] = [
  {
    subject: 'which lines a diff shows, where several sets of as many lines would do',
    kind: 'cosmetic',
    official: 'one of these sets',
    here: 'another one',
    seen: 'in no scenario',
  },
  {
    subject: "`DELETE` of the pacts of a main branch, or of a branch's head",
    kind: 'safer',
    official: 'deletes all pacts of the integration, or of the branch',
    here: 'deletes what `GET` at the same URL shows',
    why: 'what is deleted is what the same URL lists, and nothing else',
    seen: [
      { row: 'C2', steps: ['deleting the newest on the main branch'], places: latest },
      { row: 'C1', steps: ['deleting those on the main branch'], places: latest },
      {
        row: 'B10',
        steps: ['deleting those on a branch', 'deleting on a branch that is not there'],
        places: latest,
      },
      {
        row: 'B8',
        steps: [
          'what is left after deleting on branches',
          'what is left after deleting by tag',
          'what is left after deleting a branch',
        ],
        places: ['body._embedded.pacts*', 'body._links.pact-versions*'],
      },
      {
        row: 'A3',
        steps: ['publications: one more'],
        places: ['body.logs[3].message', 'body.notices[3].text'],
      },
    ],
  },
  {
    subject: 'names that no URL leads to',
    kind: 'safer',
    official: 'are taken; a client that deletes the version `..` by its link deletes its pacticipant',
    here: '400: `.`, `..`, a tab, a new line, more than 1,000 characters in a URL',
    seen: 'in no scenario',
  },
  {
    subject: 'deleting an integration whose versions are deployed or released',
    kind: 'safer',
    official: 'takes them along, with the record of where they are',
    here: 'leaves them: they still run, and can-i-deploy has to know of them',
    seen: 'in no scenario',
  },
  {
    subject: 'a dry run of a clean that deletes branches, too',
    kind: 'safer',
    official: 'leaves out the versions that only these branches keep',
    here: 'tells of them: the clean deletes them in the same run',
    seen: 'in no scenario',
  },
  {
    subject: 'a selector of branches to keep that says nothing, or is misspelt',
    kind: 'safer',
    official: 'keeps nothing: all branches go but the main ones',
    here: 'refused at the start',
    seen: 'in no scenario',
  },
];
