import type { Urls } from '../http/index.ts';

/** The sections of the pages, in the order of the navigation. A page says which one it belongs to. */
export const sections = [
  { key: 'overview', label: 'Overview', path: '/' },
  { key: 'environments', label: 'Environments', path: '/environments' },
  { key: 'can-i-deploy', label: 'Can I deploy?', path: '/can-i-deploy' },
  { key: 'matrix', label: 'Matrix', path: '/matrix' },
  { key: 'network', label: 'Network', path: '/network' },
  { key: 'webhooks', label: 'Webhooks', path: '/webhooks' },
  { key: 'api-browser', label: 'API browser', path: '/hal-browser/browser.html' },
] as const;

export type SectionKey = (typeof sections)[number]['key'];

/** The navigation's links. */
export function navigationLinks(links: Urls): { key: SectionKey; label: string; href: string }[] {
  return sections.map(({ key, label, path }) => ({ key, label, href: links.to(path) }));
}
