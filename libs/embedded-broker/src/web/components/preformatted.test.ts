import { globSync, readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { renderOnce } from '../html.ts';
import { preformatted } from './preformatted.ts';

it('A text that scrolls can be reached with the keyboard, and says what it is', () => {
  expect(renderOnce(preformatted('Command', 'a <b', 'bad')).text).toBe(
    '<pre class="bad" tabindex="0" role="group" aria-label="Command">a &lt;b</pre>',
  );
});

it('No page has one without that', () => {
  const pages = globSync('**/*.ts', { cwd: new URL('..', import.meta.url).pathname });
  const bare = pages.filter((path) =>
    /<pre(?![^>]*tabindex)/.test(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')),
  );
  expect(bare.filter((path) => !path.endsWith('.test.ts'))).toEqual([]);
});
