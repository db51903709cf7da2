import { mediaTypes, ok, resource, type Routing } from '../../http/index.ts';
import { ownFile } from '../../own-file.ts';
import { halBrowserPage } from './page.ts';

export const halBrowserPath = '/hal-browser/browser.html';

const scriptPath = (name: string) => `/hal-browser/${name}.mjs`;

const scripts = ['browser', 'address', 'element', 'links', 'request', 'resource'].map((name) => ({
  path: scriptPath(name),
  content: ownFile(`src/web/hal-browser/scripts/${name}.mjs`),
}));

/**
 * A page that walks the API: a resource with its links, and requests that write.
 * Source: docs/official-broker/navigation.md#api-browser.
 */
export function halBrowserRoutes(routing: Routing): void {
  resource(routing, halBrowserPath, {
    produces: [mediaTypes.html],
    get: ({ urls }) => ok(halBrowserPage(urls.paths.to(scriptPath('browser')), urls.base, urls.paths)),
  });
  for (const { path, content } of scripts) {
    resource(routing, path, { produces: [mediaTypes.javascript], get: () => ok(content) });
  }
}
