import { html } from '../html.ts';

/** A button for an action, in a form of its own, so that it works without JavaScript. */
export function button(
  action: string,
  text: string,
  options: { readonly name?: string; readonly label?: string; readonly quiet?: boolean } = {},
) {
  const id = `do-${action.split('/').at(-1)}${options.name === undefined ? '' : `-${options.name}`}`;
  return html`<form method="post" action=${action}>
    ${options.name !== undefined && html`<input type="hidden" name="name" value=${options.name} />`}
    <button id=${id} class=${options.quiet ? 'quiet' : undefined} aria-label=${options.label}>${text}</button>
  </form>`;
}
