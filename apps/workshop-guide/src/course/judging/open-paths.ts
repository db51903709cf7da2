import type { WrittenInteraction } from './pacts.ts';

/**
 * Whether a matcher leaves the value at a path of an interaction's answer open: a rule of the path itself, or a rule by
 * type of a place above it, which holds for all below (rules of the Pact specification, "matching rules cascade").
 * @param path e.g. `$.username` or `$[*].username`
 */
export function isOpen(path: string, { response, matchingRules }: WrittenInteraction): boolean {
  const rules = Object.entries(response?.matchingRules?.body ?? matchingRules?.body ?? {});
  return rules.some(([where, rule]) => {
    const place = normal(where);
    return (
      place === normal(path) || (isAbove(place, normal(path)) && JSON.stringify(rule).includes('"type"'))
    );
  });
}

/** The same place can be written in two ways: `$['name']` and `$.name`, `$[0]` and `$[*]`. */
function normal(path: string): string {
  return path.replaceAll(/\['(?<name>[^']+)'\]/g, '.$<name>').replaceAll(/\[\d+\]/g, '[*]');
}

function isAbove(place: string, path: string): boolean {
  return path.startsWith(place) && /^[.[]/.test(path.slice(place.length));
}
