import { html, type Content } from '../html.ts';

/** How something stands: well, badly, not decided, or nothing to say. */
export type Tone = 'good' | 'bad' | 'open' | 'none';

/** A state in words, with a sign and a colour that say the same. */
export function status(tone: Tone, words: Content): Content {
  return html`<span class=${`status ${tone}`}>${words}</span>`;
}

export type BadgeKind = 'branch' | 'tag' | 'environment' | 'label' | 'note';

/** A label that leads to the page about what it names. */
export function badgeLink(kind: BadgeKind, words: string, href: string): Content {
  return html`<a href=${href} class=${`badge ${kind}`}>${words}</a>`;
}

/** A small label, e.g. of a branch, a tag or an environment. */
export function badge(kind: BadgeKind, words: string): Content {
  return html`<span class=${`badge ${kind}`}>${words}</span>`;
}
