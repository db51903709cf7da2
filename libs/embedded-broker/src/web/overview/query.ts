import { textOf, type RackHash } from '../../http/index.ts';
import { sortKeys, type IntegrationFilter, type IntegrationOrder } from '../integration-list/store.ts';

/** What somebody wants to see of the overview. */
export type OverviewQuery = Pick<IntegrationFilter, 'label' | 'environment'> &
  IntegrationOrder & { readonly search: string };

/** How many integrations a page has by default. */
export const defaultSize = 50;

/** Reads the query; what it does not understand counts as not given: an old link still shows a page. */
export function overviewQuery(query: RackHash): OverviewQuery {
  const sort = textOf(query['sort']);
  return {
    search: textOf(query['search'])?.trim() ?? '',
    label: textOf(query['label']) || undefined,
    environment: textOf(query['environment']) || undefined,
    sort: sortKeys.find((key) => key === sort) ?? 'consumer',
    descending: textOf(query['order']) === 'desc',
  };
}

/**
 * The query string that asks for this, without what is not given; empty, or with its question mark.
 * @param page its number, where it is not the first
 */
export function overviewQueryText(query: OverviewQuery, page = 1): string {
  const pairs = new URLSearchParams();
  if (query.search !== '') pairs.set('search', query.search);
  if (query.label !== undefined) pairs.set('label', query.label);
  if (query.environment !== undefined) pairs.set('environment', query.environment);
  if (query.sort !== 'consumer') pairs.set('sort', query.sort);
  if (query.descending) pairs.set('order', 'desc');
  if (page > 1) pairs.set('page', String(page));
  return pairs.size === 0 ? '' : `?${pairs.toString()}`;
}
