// Addresses of the broker, as paths below its base: `#/pacticipants` shows what is at `/pacticipants`.
const page = location.pathname;

/** What stands before the broker's paths, e.g. where a proxy shows it below one of its own. */
export const base = page.replace(/\/hal-browser\/[^/]*$/, '');

/** The path that is asked for. */
export function wanted() {
  return location.hash.slice(1) || new URLSearchParams(location.search).get('url') || '/';
}

/** The path of an address of this broker; undefined for any other address. */
export function ownPath(address) {
  const url = URL.parse(address.startsWith('/') ? base + address : address, location.origin + page);
  if (url?.origin !== location.origin || !(url.pathname + '/').startsWith(base + '/')) return undefined;
  return (url.pathname.slice(base.length) || '/') + url.search;
}

/** Where this page shows a path. */
export const shownAt = (path) => `${page}#${path}`;

const placeholder = /\{(\w+)\}/g;

/** The names that an address leaves open. */
export const openNames = (template) => [...template.matchAll(placeholder)].map(([, name]) => name);

/** The address with its names filled in. */
export const filledIn = (template, values) =>
  template.replace(placeholder, (_whole, name) => encodeURIComponent(values[name] ?? ''));
