import type { Urls } from '../http/index.ts';
import { indexRelations } from './relations.ts';

/** The index: where every client starts. Source: docs/official-broker/navigation.md#the-index. */
export function indexRepresentation({ base }: Urls): object {
  const link = (title: string, path: string) => ({
    href: base + path,
    title,
    templated: path.includes('{'),
  });
  const links = indexRelations.map(([relation, title, path]) => {
    const [prefix] = relation.split(':');
    return [relation, { name: prefix === 'beta' ? prefix : undefined, ...link(title, path) }];
  });
  const curie = (name: string) => ({ name, href: `${base}/doc/{rel}?context=index`, templated: true });
  return {
    _links: {
      self: link('Index', ''),
      ...(Object.fromEntries(links) as object),
      curies: [curie('pb'), curie('beta')],
    },
  };
}
