import { html, type Content } from '../html.ts';
import type { Overview } from './overview.ts';

/** The form that narrows the overview; it works by its address alone. */
export function filters({ query, labels, environments }: Overview, home: string): Content {
  return html`<form class="filters" action=${home} method="get">
    <label>
      Name
      <input type="search" name="search" value=${query.search} />
    </label>
    ${choice('Label', 'label', labels, query.label)}
    ${choice('Live in', 'environment', environments, query.environment)}
    ${query.sort === 'consumer' ? null : html`<input type="hidden" name="sort" value=${query.sort} />`}
    ${query.descending ? html`<input type="hidden" name="order" value="desc" />` : null}
    <button type="submit">Filter</button>
  </form>`;
}

function choice(
  label: string,
  name: string,
  options: readonly string[],
  chosen: string | undefined,
): Content {
  if (options.length === 0) return null;
  return html`<label>
    ${label}
    <select name=${name}>
      <option value="">Any</option>
      ${options.map((option) => html`<option value=${option} selected=${option === chosen}>${option}</option>`)}
    </select>
  </label>`;
}
