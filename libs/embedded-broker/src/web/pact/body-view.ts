import { counted } from '../components/counted.ts';
import { preformatted } from '../components/preformatted.ts';
import { html, type Content } from '../html.ts';
import type { Body } from './body.ts';
import { prettyJson } from './pretty-json.ts';

const forms: Readonly<Record<Body['form'], string | undefined>> = {
  plain: undefined,
  decoded: 'written as base64',
  bytes: 'encoded',
};

/**
 * What a request, a response or a message carries.
 * @param title what it belongs to
 */
export function bodyView(title: string, { type, content, form, parts }: Body): Content {
  if (parts.length > 0) return partsView(title, type, parts);
  // An empty text would be nothing to see.
  const shown = typeof content === 'string' && content !== '' ? content : prettyJson(content);
  return html`${forms[form] === undefined ? null : html`<p class="quiet">${type ?? 'Content'}, ${forms[form]}:</p>`}
  ${preformatted(`${title}: content`, shown)}`;
}

function partsView(title: string, type: string | undefined, parts: Body['parts']): Content {
  return html`<p class="quiet">${type ?? 'Content'}, ${counted(parts.length, 'part')}:</p>
    ${parts.map(({ headers, content, isText }, i) =>
      preformatted(
        `${title}: part ${i + 1}`,
        [...headers, '', `${isText ? '' : 'Encoded: '}${content}`].join('\n'),
      ),
    )}`;
}
