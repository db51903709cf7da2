import { html as markup } from 'htm/preact';
import type { VNode } from 'preact';

/** Tagged template that builds markup; every value in it is escaped. */
export const html = markup as (strings: TemplateStringsArray, ...values: unknown[]) => VNode;

/** An element around HTML that is safe already: what the lesson's text was rendered to. */
export function rendered(className: string, safeHtml: string): VNode {
  return html`<div class=${className} dangerouslySetInnerHTML=${{ __html: safeHtml }}></div>`;
}
