import { html, type Content } from '../html.ts';

/** How something stands: well, badly, not decided, or nothing to say. */
export type Tone = 'good' | 'bad' | 'open' | 'none';

/** A state in words, with a sign and a colour that say the same. */
export function status(tone: Tone, words: Content): Content {
  return html`<span class=${`status ${tone}`}>${words}</span>`;
}

/** A small label, e.g. of a branch, a tag or an environment. */
export function badge(kind: 'branch' | 'tag' | 'environment' | 'label' | 'note', words: string): Content {
  return html`<span class=${`badge ${kind}`}>${words}</span>`;
}
