import { findLink, requireEmbedded, type BrokerClient, type HalResource } from '@pact-workshop/broker-client';

/** Items of a page: enough for few requests, and few enough for a quick answer. */
const pageSize = 100;

/** All items of a list, page by page along its `next` links. Source: docs/official-broker/http.md#paging. */
export async function allPages(client: BrokerClient, url: string, name: string): Promise<HalResource[]> {
  const items: HalResource[] = [];
  const first = new URL(url);
  first.searchParams.set('page', '1');
  first.searchParams.set('size', String(pageSize));
  let next: string | undefined = first.href;
  while (next !== undefined) {
    const page: HalResource = await client.get(next);
    items.push(...requireEmbedded(page, name, next));
    next = findLink(page, 'next');
  }
  return items;
}
