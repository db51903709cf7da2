import { html as markup } from 'htm/preact';
import type { VNode } from 'preact';

/** Tagged template that builds markup; all values are escaped. */
export const html = markup as (strings: TemplateStringsArray, ...values: unknown[]) => VNode;

/** An element around HTML that is safe already, such as a rendered lesson text. */
export function rendered(className: string, safeHtml: string): VNode {
  return html`<div class=${className} dangerouslySetInnerHTML=${{ __html: safeHtml }}></div>`;
}
