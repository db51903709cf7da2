import { ValidationError } from './errors.ts';
import { textOf, type RackHash } from './rack-query.ts';

/** A window on a collection: page number from 1, and how many a page holds. */
export interface Page {
  readonly number: number;
  readonly size: number;
}

const defaultSize = 100;

/**
 * The page asked for by `page` and `size` (or the older `pageNumber` and `pageSize`), undefined when the
 * query asks for none.
 * @throws ValidationError for values that are not whole numbers from 1
 */
export function pageOf(query: RackHash): Page | undefined {
  const number = (textOf(query['page']) ?? textOf(query['pageNumber'])) || undefined;
  const size = (textOf(query['size']) ?? textOf(query['pageSize'])) || undefined;
  if (number === undefined && size === undefined) return undefined;
  const errors = Object.fromEntries(
    Object.entries({ page: number, size }).flatMap(([field, text]) => {
      const message = text === undefined ? undefined : wholeNumberError(text);
      return message === undefined ? [] : [[field, [message]]];
    }),
  );
  if (Object.keys(errors).length > 0) throw new ValidationError(errors);
  return { number: Number(number ?? 1), size: Number(size ?? defaultSize) };
}

function wholeNumberError(text: string): string | undefined {
  if (!/^[-+]?\d+$/.test(text)) return 'must be an integer';
  return /^\+?0*[1-9]\d{0,8}$/.test(text) ? undefined : 'must be greater than or equal to 1';
}

export const firstPage: Page = { number: 1, size: defaultSize };

/** LIMIT and OFFSET of a page; without one, everything. */
export function limitOf(page: Page | undefined): { limit: number; offset: number } {
  return page ? { limit: page.size, offset: (page.number - 1) * page.size } : { limit: -1, offset: 0 };
}

/**
 * The `page` object of a paged collection, and its `next` and `previous` links.
 * @param url of the collection, without a query
 */
export function pagingOf(
  page: Page | undefined,
  total: number,
  url: string,
): { page?: object; links: object } {
  if (!page) return { links: {} };
  // A collection of nothing has one page, an empty one.
  const totalPages = Math.max(1, Math.ceil(total / page.size));
  const link = (number: number, title: string) => ({
    href: `${url}?size=${page.size}&page=${number}`,
    title,
  });
  return {
    page: { number: page.number, size: page.size, totalElements: total, totalPages },
    links: {
      next: page.number < totalPages ? link(page.number + 1, 'Next page') : undefined,
      previous: page.number > 1 ? link(page.number - 1, 'Previous page') : undefined,
    },
  };
}
