import { ownPath, shownAt } from './address.mjs';
import { element, preformatted } from './element.mjs';
import { linksTable } from './links.mjs';

/** A resource: its links, its properties, and the resources in it. */
export function resourceView(body) {
  const { _links, _embedded, ...properties } = body;
  const hasProperties = Object.keys(properties).length > 0;
  return [
    element('h2', {}, 'Links'),
    linksTable(_links),
    element('h2', {}, 'Properties'),
    hasProperties ? preformatted(JSON.stringify(properties, null, 2)) : element('p', {}, 'It has none.'),
    ...embeddedViews(_embedded),
  ];
}

function embeddedViews(embedded) {
  return Object.entries(embedded ?? {}).flatMap(([relation, found]) => [
    element('h2', {}, `Embedded: ${relation}`),
    ...[found].flat().map((resource, i) => embeddedView(resource, `${relation} ${i + 1}`)),
  ]);
}

/** An embedded resource, folded up; what it holds is built when somebody looks. */
function embeddedView(resource, otherwise) {
  const isResource = typeof resource === 'object' && resource !== null;
  const self = isResource ? resource._links?.self?.href : undefined;
  const path = typeof self === 'string' ? ownPath(self) : undefined;
  const title = (isResource && (resource.name ?? resource.number ?? resource.uuid)) || otherwise;
  const details = element('details', {}, element('summary', {}, String(title)));
  details.addEventListener(
    'toggle',
    () => {
      if (path !== undefined)
        details.append(element('p', {}, element('a', { href: shownAt(path) }, `GET ${path}`)));
      const { _links, ...rest } = isResource ? resource : { value: resource };
      details.append(preformatted(JSON.stringify(rest, null, 2)));
      if (_links) details.append(linksTable(_links));
    },
    { once: true },
  );
  return details;
}
