import { readFileSync } from 'node:fs';
import { mediaTypes, ok, resource, type Routing } from '../../http/index.ts';
import { halBrowserPage } from './page.ts';

export const halBrowserPath = '/hal-browser/browser.html';

const script = readFileSync(new URL('./browser.mjs', import.meta.url), 'utf8');

/** A page that shows a resource with its links (api.md B45). */
export function halBrowserRoutes(routing: Routing): void {
  resource(routing, halBrowserPath, {
    produces: [mediaTypes.html],
    get: ({ urls }) => ok(halBrowserPage(urls.paths)),
  });
  resource(routing, '/hal-browser/browser.mjs', {
    produces: [mediaTypes.javascript],
    get: () => ({ ...ok(script), headers: { 'Cache-Control': 'max-age=3600' } }),
  });
}
