import { textOf, type Routing } from '../../http/index.ts';
import type { PageRoute } from '../page-route.ts';
import { searchPage } from './page.ts';
import { search } from './store.ts';

/** Search in everything that has a name. */
export function searchPages({ database }: Routing): PageRoute[] {
  return [
    {
      path: '/search',
      get(call) {
        const text = (textOf(call.query['q']) ?? '').trim();
        return searchPage(text, text === '' ? undefined : search(database, text), call);
      },
    },
  ];
}
