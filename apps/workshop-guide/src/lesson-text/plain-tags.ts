import { escapeHtml } from './escape-html.ts';

/** The HTML tags that a lesson's text may use. Attributes are removed, except `open` of `details`. */
const allowed = /^<(\/?)(details|summary|kbd|sub|sup|br|hr|b|i|em|strong|code|p)(?:\s[^>]*)?\/?>$/i;

/** Keeps allowed tags, removes comments, and escapes everything else. */
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
