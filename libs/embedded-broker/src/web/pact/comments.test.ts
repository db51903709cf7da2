import { expect, it } from '@jest/globals';
import { parseTree } from '../../pacts/index.ts';
import { commentsOf } from './comments.ts';

it.each<[unknown, object[]]>([
  [{ text: [], testname: null }, []],
  [{ text: 'one' }, [{ label: undefined, text: 'one' }]],
  [{ by: { team: ['a'] } }, [{ label: 'by', text: '{"team":["a"]}' }]],
  [{ references: 'none' }, [{ label: 'references', text: 'none' }]],
  [{ references: { Jira: 'A-1' } }, [{ label: 'Jira', text: 'A-1' }]],
  [['one'], []],
])('Of comments like %j nothing is lost', (comments, shown) => {
  expect(commentsOf(parseTree(JSON.stringify({ comments })))).toEqual(shown);
});
