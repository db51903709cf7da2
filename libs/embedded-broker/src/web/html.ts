import { h, type ComponentChildren, type VNode } from 'preact';
import { html as markup } from 'htm/preact';
import { render } from 'preact-render-to-string';

/** What a component returns, and what can stand inside of an element. */
export type Content = ComponentChildren;

const tag = markup as (strings: readonly string[], ...values: unknown[]) => VNode;
const spaced = new WeakMap<TemplateStringsArray, readonly string[]>();

const blocks =
  'html|head|body|main|header|nav|section|div|h[1-6]|p|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|form|select|option|details|summary|pre|meta|link|title|script';
/** Line breaks in front of or behind a tag that begins a line of its own: no browser shows them. */
const besideBlock = new RegExp(
  `\\s*\\n\\s*(?=</?(?:${blocks})[\\s>])|(?<=</?(?:${blocks})(?:\\s[^<>]*)?>)\\s*\\n\\s*`,
  'g',
);

/**
 * Tagged template that builds markup; every value in it is escaped. A line break counts as a space, as in HTML: htm by
 * itself drops it, and words on two lines would become one.
 */
export function html(strings: TemplateStringsArray, ...values: unknown[]): VNode {
  let known = spaced.get(strings);
  if (!known) {
    const last = strings.length - 1;
    known = strings.map((text, i) => {
      const start = i === 0 ? text.replace(/^\s*\n\s*/, '') : text;
      const trimmed = i === last ? start.replace(/\s*\n\s*$/, '') : start;
      return trimmed.replace(besideBlock, '').replace(/\s*\n\s*/g, ' ');
    });
    spaced.set(strings, known);
  }
  return tag(known, ...values);
}

/** Markup as text. Only `renderOnce` makes any, so that nothing published can be taken for it. */
export class Rendered {
  readonly text: string;
  /** @private */
  constructor(text: string) {
    this.text = text;
  }
}

/** Renders a part that many pages share, so that it can be kept. */
export function renderOnce(content: VNode): Rendered {
  return new Rendered(render(content));
}

/** An element around a part that was rendered before. */
export function around(tag: string, { text }: Rendered, attributes: Record<string, string> = {}): VNode {
  return h(tag, { ...attributes, dangerouslySetInnerHTML: { __html: text } });
}
