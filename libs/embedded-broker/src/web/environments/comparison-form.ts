import type { Environment } from '../../environments/index.ts';
import type { Urls } from '../../http/index.ts';
import { html, type Content } from '../html.ts';

/** Chooses two environments to see side by side; nothing where there are not two. */
export function comparisonForm(
  environments: readonly Environment[],
  links: Urls,
  chosen: { readonly left?: string; readonly right?: string; readonly onlyChanged?: boolean } = {},
): Content {
  const [first, second] = environments;
  if (!first || !second) return null;
  const { left = first.name, onlyChanged = false } = chosen;
  const right = chosen.right ?? (environments.find(({ name }) => name !== left) ?? second).name;
  const picker = (name: string, label: string, value: string) =>
    html`<label>
      ${label}
      <select name=${name}>
        ${environments.map(
          (one) => html`<option value=${one.name} selected=${one.name === value}>${one.displayName}</option>`,
        )}
      </select>
    </label>`;
  return html`<form class="filters" method="get" action=${links.to('/environments/compare')}>
    ${picker('left', 'Compare', left)} ${picker('right', 'with', right)}
    <label>
      Show
      <select name="only">
        <option value="">everything</option>
        <option value="differences" selected=${onlyChanged}>only what differs</option>
      </select>
    </label>
    <button type="submit">Compare</button>
  </form>`;
}
