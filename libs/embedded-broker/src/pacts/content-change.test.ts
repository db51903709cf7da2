import { expect, it } from '@jest/globals';
import { contentChange, type PreviousContent } from './content-change.ts';

const untagged = (sha?: string): PreviousContent => ({ tag: undefined, sha });
const tagged = (tag: string, sha?: string): PreviousContent => ({ tag, sha });

/** The comments are the official ones. */
it.each<[readonly PreviousContent[], boolean, string]>([
  [[untagged()], true, 'first time untagged pact published'],
  [[untagged('old')], true, 'pact content has changed since previous untagged version'],
  [[tagged('t')], true, 'first time any pact published for this consumer with consumer version tagged t'],
  [[tagged('t', 'old')], true, 'pact content has changed since the last consumer version tagged with t'],
  [
    [tagged('t', 'new'), tagged('u', 'old'), tagged('v')],
    true,
    'pact content has changed since the last consumer version tagged with u, ' +
      'first time any pact published for this consumer with consumer version tagged v',
  ],
  [
    [tagged('t', 'new')],
    false,
    'pact content is the same as previous version with tag t and no new tags were applied',
  ],
  [
    [tagged('t', 'new'), tagged('u', 'new')],
    false,
    'pact content is the same as previous versions with tags t, u and no new tags were applied',
  ],
])('A pact after %j: changed is %s', (previous, changed, comment) => {
  expect(contentChange('new', previous)).toEqual({ changed, comment });
});
