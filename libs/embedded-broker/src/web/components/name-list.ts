import { html, renderOnce, type Content, type Rendered } from '../html.ts';

interface Known {
  readonly names: string;
  readonly options: Rendered;
}

/** The options shown last under each id: most pages offer the same names, and rendering hundreds of them takes longer than the rest. */
const known = new Map<string, Known>();

/** Names for an input to suggest; the input names the id in its `list`. */
export function nameList(id: string, names: readonly string[]): Content {
  const key = names.join('\0');
  const last = known.get(id);
  if (last?.names === key) return html`<datalist id=${id}>${last.options}</datalist>`;
  const options = renderOnce(names.map((name) => html`<option value=${name}></option>`));
  known.set(id, { names: key, options });
  return html`<datalist id=${id}>${options}</datalist>`;
}
