import { shortText } from '../components/shortened.ts';
import { html, type Content } from '../html.ts';
import type { PageCall } from '../page-route.ts';
import type { ShownPact } from './shown.ts';

/** Leads to the pact of another consumer version, or compares with it. */
export function versionPicker({ publication, versions }: ShownPact, { links }: PageCall): Content {
  const { consumerName: consumer, providerName: provider, consumerVersionNumber: number } = publication;
  if (versions.length < 2) return null;
  return html`<form class="filters" action=${links.integration(consumer, provider, '/choose')} method="get">
    <label>
      Version
      <select name="version">
        ${versions.map(
          (one) =>
            html`<option value=${one.number} selected=${one.number === number}>
              ${shortText(one.number)}${one.sha === publication.sha && one.number !== number ? ' (same content)' : ''}
            </option>`,
        )}
      </select>
    </label>
    <input type="hidden" name="to" value=${number} />
    <button type="submit">Show</button>
    <button type="submit" formaction=${links.integration(consumer, provider, '/compare')}>Compare</button>
    <a href=${`${links.integrationDashboard(consumer, provider)}?view=all`}>All versions</a>
  </form>`;
}
