import { preformatted } from '../components/preformatted.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import type { Urls } from '../../http/index.ts';

/**
 * The frame of the API browser; its scripts fill it. Without scripts it says how to read the API instead.
 * @param script where the first of them is
 */
export function halBrowserPage(script: string, broker: string, links: Urls): string {
  return page(
    { title: 'API browser', section: 'api-browser', links, scripts: [script] },
    html`<form id="address" class="filters">
        <label>
          Path
          <input
            id="path"
            name="path"
            type="text"
            value="/"
            autocomplete="off"
            spellcheck="false"
            size="60"
          />
        </label>
        <button type="submit">GET</button>
      </form>
      ${requestForm()}
      <p id="status" role="status"></p>
      <noscript>
        <p>This page needs JavaScript. Without it, ask the broker in a terminal:</p>
        ${preformatted('Command', `curl -H 'Accept: application/hal+json' ${broker}`)}
      </noscript>
      <div id="resource" tabindex="-1"></div>`,
  );
}

/** What else than reading can be done. */
function requestForm(): Content {
  return html`<details id="request">
    <summary>A request other than GET</summary>
    <form id="request-form" class="fields">
      <label>
        Method
        <select id="request-method">
          ${['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => html`<option>${method}</option>`)}
        </select>
      </label>
      <label>
        Path of the request
        <input id="request-path" type="text" required autocomplete="off" spellcheck="false" />
      </label>
      <label>
        Content-Type
        <select id="request-type">
          ${['application/json', 'application/merge-patch+json'].map((type) => html`<option>${type}</option>`)}
        </select>
      </label>
      <label>
        Body
        <textarea id="request-body" rows="10" spellcheck="false"></textarea>
      </label>
      <p><button type="submit">Send the request</button></p>
    </form>
    <div id="request-answer" role="status"></div>
  </details>`;
}
