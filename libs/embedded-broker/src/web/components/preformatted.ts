import { html, type Content } from '../html.ts';

/**
 * Text that keeps its lines. Those too long for the screen are scrolled, which has to work with the keyboard too.
 * @param label says what the text is, to whom the focus comes upon it
 * @param kind a class for its looks
 */
export function preformatted(label: string, text: Content, kind?: string): Content {
  return html`<pre class=${kind} tabindex="0" role="group" aria-label=${label}>${text}</pre>`;
}
