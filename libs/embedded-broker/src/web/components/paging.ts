import { pageOf, type Page, type RackHash } from '../../http/index.ts';
import { html, type Content } from '../html.ts';

/** How many rows a page may have at most: one that has more helps nobody. */
const mostRows = 500;

/**
 * The page of a list that the query asks for, the first one if none.
 * @param size how many rows it has unless told otherwise
 */
export function pageAsked(query: RackHash, size: number): Page {
  const asked = pageOf({ size: String(size), ...query }) ?? { number: 1, size };
  return { number: asked.number, size: Math.min(asked.size, mostRows) };
}

/**
 * Where a page stands in its list, with the way to the pages before and behind it; nothing where there is only one.
 * @param noun what is listed, e.g. `integrations`
 * @param hrefOf the address of a page by its number, from 1
 */
export function paging(
  { number, size }: Page,
  total: number,
  noun: string,
  hrefOf: (number: number) => string,
): Content {
  if (total <= size && number === 1) return null;
  const first = (number - 1) * size + 1;
  const last = Math.min(number * size, total);
  const step = (to: number, words: string, rel: string) =>
    html`<a href=${hrefOf(to)} rel=${rel}>${words}</a>`;
  return html`<nav class="paging" aria-label="Pages">
    ${number > 1 ? step(number - 1, 'Previous', 'prev') : null}
    <span>${first > total ? `No more of ${total}` : `${first}–${last} of ${total}`} ${noun}</span>
    ${last < total ? step(number + 1, 'Next', 'next') : null}
  </nav>`;
}
