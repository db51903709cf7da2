import { posix } from 'node:path';

/** The target of a link in a lesson's text, on the page. */
export type Target =
  | { readonly kind: 'outside' | 'inside'; readonly href: string }
  /** A file of the project that the page does not serve. */
  | { readonly kind: 'file'; readonly path: string }
  /** A link that may not be followed. */
  | { readonly kind: 'none' };

/**
 * Resolves a link. Relative links start from the lesson's folder, so that they work on a code host as well. Links to
 * lessons and to texts of the appendix lead to their pages, pictures of the lesson are served, and other files of the
 * project are shown by name.
 * @param lesson name of the lesson's folder
 */
export function targetOf(link: string, lesson: string): Target {
  const href = link.trim();
  if (/^https?:\/\//i.test(href) && URL.canParse(href)) return { kind: 'outside', href };
  if (href.startsWith('#')) return { kind: 'inside', href };
  // Links with another scheme or a host: "javascript:", "data:", "//host". Browsers ignore control characters in
  // schemes.
  if (/^[^/?#]*:/.test(href) || /^[/\\]/.test(href) || hasControlCharacter(href)) return { kind: 'none' };
  const [path = '', fragment] = href.split('#');
  const fromProject = posix.normalize(posix.join('workshop', lesson, path));
  const other = /^workshop\/(?<slug>\d+-[a-z0-9-]+)(?:\/(?:README\.md)?)?$/.exec(fromProject);
  if (other?.groups) {
    return { kind: 'inside', href: `/lessons/${other.groups['slug']}${fragment ? `#${fragment}` : ''}` };
  }
  const appendix = /^workshop\/appendix(?:\/(?:README\.md|(?<page>[a-z0-9-]+)\.md)?)?$/.exec(fromProject);
  if (appendix) return { kind: 'inside', href: `/appendix/${appendix.groups?.['page'] ?? ''}` };
  const inside = posix.relative(posix.join('workshop', lesson), fromProject);
  if (inside.startsWith('..')) return { kind: 'file', path: fromProject };
  return isServed(inside)
    ? { kind: 'inside', href: fileHref(lesson, inside) }
    : { kind: 'file', path: inside };
}

/** Whether a file is served: only pictures are, since the rest of a lesson is on its page. */
export function isServed(path: string): boolean {
  return /\.(svg|png|jpe?g|gif|webp)$/i.test(path);
}

function fileHref(lesson: string, path: string): string {
  return `/lessons/${lesson}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ' || character === '\u007f');
}
