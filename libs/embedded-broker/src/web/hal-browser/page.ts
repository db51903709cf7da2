import type { Urls } from '../../http/index.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';

/** The frame of the HAL browser; its script fills it. Without scripts it says how to read the API instead. */
export function halBrowserPage(links: Urls): string {
  return page(
    {
      title: 'API browser',
      section: 'api-browser',
      links,
      scripts: [links.to('/hal-browser/browser.mjs')],
    },
    html`<form id="address">
        <label for="path">Path</label>
        <input id="path" name="path" type="text" value="/" autocomplete="off" spellcheck="false" />
        <button type="submit">Go</button>
      </form>
      <p id="status" role="status"></p>
      <noscript>
        <p>This page needs JavaScript. Without it, ask the broker in a terminal:</p>
        <pre>curl -H 'Accept: application/hal+json' BROKER</pre>
      </noscript>
      <section>
        <h2>Links</h2>
        <table id="links">
          <thead>
            <tr>
              <th scope="col">Relation</th>
              <th scope="col">Title</th>
              <th scope="col">Address</th>
            </tr>
          </thead>
          <tbody></tbody>
        </table>
      </section>
      <section>
        <h2>Document</h2>
        <pre id="document"></pre>
      </section>`,
  );
}
