import { large, largePact, manyInteractions } from './contents.ts';
import { largePacts, publish, publishResult, put } from './publishing.ts';
import { asking, reading, type Row } from './row.ts';

const html = { accept: 'text/html' };
const publishGoalMs = 400;
/** What is answered when a comparison took longer than it may. */
const tookTooLong = { text: 408, page: 503 };

/** Of pacts and results of 5 MB. */
export const contentRows: readonly Row[] = [
  asking('publish of a 5 MB pact', (round) => publish(`post-${round}`, largePact(`post ${round}`)), {
    goalMs: publishGoalMs,
  }),
  asking('PUT of a 5 MB pact', (round) => put(`put-${round}`, largePact(`put ${round}`)), {
    goalMs: publishGoalMs,
  }),
  asking('refused 5 MB pact, 409 with diff', (round) => publish('1', largePact(`refused ${round}`), 409)),
  {
    name: 'refused 1.4 MB pact, all differs',
    async prepare({ send }, round) {
      await send(publish(`many-${round}`, manyInteractions('before')));
      const refused = publish(`many-${round}`, manyInteractions('after'), 409);
      return () => send(refused);
    },
  },
  reading('5 MB pact as JSON', `${largePacts}/version/1`),
  reading('page of a 5 MB pact', `${largePacts}/version/1`, html),
  reading('page of its result', `${largePacts}/version/1/verification-results/latest`, html),
  reading('text diff of two 5 MB pacts', `${largePacts}/version/2/diff/version/1`, {
    accept: 'text/plain',
    status: [200, tookTooLong.text],
  }),
  reading('page that compares them', `${largePacts}/compare?from=1&to=2`, {
    ...html,
    status: [200, tookTooLong.page],
  }),
  reading('provider states of a 5 MB pact', `/pacts/provider/${large.provider}/provider-states`),
  asking('result of 5 MB', (round, { resultsPath, largeResult }) =>
    publishResult(resultsPath, `result-${round}`, largeResult),
  ),
  reading('that result as JSON', `${largePacts}/version/2/verification-results/latest`),
  reading('page of that result', `${largePacts}/version/2/verification-results/latest`, html),
];
