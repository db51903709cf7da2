import { html, type Content } from '../html.ts';

const longest = 28;

/** A text short enough for a table: of a commit's SHA the first seven digits, of other long texts their beginning. */
export function shortText(text: string): string {
  if (/^[0-9a-f]{40}$/i.test(text)) return text.slice(0, 7);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

/**
 * A version number, SHA or long name; where it is shortened, the whole shows on hover and can be copied.
 * @param href of the page about it
 */
export function shortened(text: string, href?: string): Content {
  const short = shortText(text);
  const title = short === text ? undefined : text;
  const shown =
    href === undefined
      ? html`<code title=${title}>${short}</code>`
      : html`<a href=${href} title=${title}><code>${short}</code></a>`;
  return title === undefined ? shown : html`<span class="shortened">${shown}${copyButton(text)}</span>`;
}

/** A button that copies a text. The script shows it: without one it could do nothing. */
export function copyButton(text: string, label = `Copy ${text}`): Content {
  return html`<button
    type="button"
    class="copy"
    data-copy=${text}
    aria-label=${label}
    title="Copy"
  ></button>`;
}
