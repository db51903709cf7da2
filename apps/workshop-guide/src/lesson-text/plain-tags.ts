import { escapeHtml } from './escape-html.ts';

/** What a lesson's text may use of HTML. Attributes are dropped, but for whether details are open. */
const allowed = /^<(\/?)(details|summary|kbd|sub|sup|br|hr|b|i|em|strong|code|p)(?:\s[^>]*)?\/?>$/i;

/** Keeps the tags that may be, drops comments, and shows everything else as the text that it is. */
export function plainTags(source: string): string {
  return source
    .split(/(<!--[\s\S]*?-->|<[^<>]*>)/)
    .map((part) => {
      if (part.startsWith('<!--')) return '';
      const tag = allowed.exec(part);
      if (!tag) return escapeHtml(part);
      const [, slash = '', name = ''] = tag;
      const open = name.toLowerCase() === 'details' && slash === '' && /\sopen\b/i.test(part) ? ' open' : '';
      return `<${slash}${name.toLowerCase()}${open}>`;
    })
    .join('');
}
