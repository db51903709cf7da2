import { pageOf, textOf, type Page, type RackHash } from '../../http/index.ts';
import { html, type Content } from '../html.ts';

/** How many rows a page may have at most: one that has more helps nobody. */
const mostRows = 500;

/** A page of a list, and how many rows it would have by default. */
export interface AskedPage extends Page {
  readonly usual?: number;
}

/**
 * The page of a list that the query asks for, the first one if none, in the words of the API: `page` and `size`, or the
 * older `pageNumber` and `pageSize`.
 * @param usual how many rows it has by default
 */
export function pageAsked(query: RackHash, usual: number): AskedPage {
  const { number, size } = pageOf(query) ?? { number: 1, size: usual };
  const isSizeGiven = [query['size'], query['pageSize']].some((value) => textOf(value));
  return { number, size: Math.min(isSizeGiven ? size : usual, mostRows), usual };
}

/**
 * Where a page stands in its list, with the way to the pages before and behind it; nothing where there is only one.
 * @param noun what is listed, e.g. `integrations`
 * @param hrefOf the address of a page by its number, from 1; a size that was asked for is added to it
 */
export function paging(
  { number, size, usual = size }: AskedPage,
  total: number,
  noun: string,
  hrefOf: (number: number) => string,
): Content {
  if (total <= size && number === 1) return null;
  const first = (number - 1) * size + 1;
  const last = Math.min(number * size, total);
  const step = (to: number, words: string, rel: string) =>
    html`<a href=${size === usual ? hrefOf(to) : withSize(hrefOf(to), size)} rel=${rel}>${words}</a>`;
  return html`<nav class="paging" aria-label="Pages">
    ${number > 1 ? step(number - 1, 'Previous', 'prev') : null}
    <span>${first > total ? `No more of ${total}` : `${first}–${last} of ${total}`} ${noun}</span>
    ${last < total ? step(number + 1, 'Next', 'next') : null}
  </nav>`;
}

function withSize(href: string, size: number): string {
  const [, address = '', fragment = ''] = /^([^#]*)(.*)$/s.exec(href) ?? [];
  return `${address}${address.includes('?') ? '&' : '?'}size=${size}${fragment}`;
}
