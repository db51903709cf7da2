import { base, filledIn, openNames, ownPath, shownAt } from './address.mjs';
import { element } from './element.mjs';
import { prepareRequest } from './request.mjs';

/** A table of a resource's links: what each relation means, where it leads, and a way to send something there. */
export function linksTable(links) {
  const { curies = [], ...others } = links ?? {};
  const rows = Object.entries(others).flatMap(([relation, found]) =>
    [found]
      .flat()
      .filter((link) => typeof link?.href === 'string')
      .map((link) => row(relation, link, [curies].flat())),
  );
  if (rows.length === 0) return element('p', {}, 'It has no links.');
  const heads = ['Relation', 'Title', 'Address', 'Send'].map((text) => element('th', { scope: 'col' }, text));
  return element(
    'div',
    { className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': 'Links' },
    element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...rows)),
  );
}

function row(relation, link, curies) {
  const documentation = documentationOf(relation, curies);
  const name = documentation
    ? element('a', { href: documentation }, relation)
    : element('code', {}, relation);
  return element(
    'tr',
    {},
    element('td', {}, name),
    element('td', {}, [link.title, link.name].filter(Boolean).join(': ')),
    element('td', {}, target(link.href)),
    element('td', {}, sendButton(relation, link.href, documentation)),
  );
}

/** The page about a relation like `pb:webhooks`, by the curie that its prefix names. */
function documentationOf(relation, curies) {
  const [prefix, name] = relation.split(/:(.*)/s);
  const template = curies.find((one) => one?.name === prefix)?.href;
  const path = typeof template === 'string' && name ? ownPath(filledIn(template, { rel: name })) : undefined;
  return path && base + path;
}

function target(href) {
  const names = openNames(href);
  if (ownPath(href) === undefined) return element('code', {}, href);
  if (names.length === 0) return element('a', { href: shownAt(ownPath(href)) }, href);
  const fields = names.map((name) =>
    element('label', {}, `${name} `, element('input', { name, required: true, autocomplete: 'off' })),
  );
  const form = element(
    'form',
    { className: 'filters' },
    element('code', {}, href),
    ...fields,
    element('button', { type: 'submit' }, 'Go'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    location.hash = ownPath(filledIn(href, Object.fromEntries(new FormData(form))));
  });
  return form;
}

function sendButton(relation, href, documentation) {
  const button = element('button', { type: 'button', 'aria-label': `Send… to ${relation}` }, 'Send…');
  button.addEventListener('click', () => prepareRequest(ownPath(href) ?? href, documentation));
  return button;
}
