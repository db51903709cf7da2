import { quoted } from './descriptions.ts';
import { textOf, type Part } from './parts.ts';
import { isAround, names, stepsOf } from './rule-path.ts';
import { xmlPlaces } from './xml-places.ts';

/** A matching rule that Pact never applies. */
interface LostRule {
  /** The path of the rule. */
  readonly path: string;
  /** The path that Pact would find. */
  readonly needed: string;
}

/**
 * Matching rules for XML that Pact never applies: it writes their paths with prefixes, or without the default
 * namespace, but looks for paths with the namespace itself (Pact JS 17, FFI 0.5.8). Then the exact value of the example
 * is expected.
 * @returns the problem with advice; undefined if each rule applies, or another rule applies instead
 */
export function lostXmlRules(parts: readonly Part[]): string | undefined {
  const found = parts.flatMap((part) => lostRules(part).map((rule) => ({ ...rule, ...part })));
  const [first] = found;
  if (!first) return undefined;
  const descriptions = quoted(found.map(({ description }) => description));
  return (
    `${found.length} of the XML matchers of ${descriptions} never apply, so that the provider must return the exact ` +
    `examples. Pact writes the path ${first.path}, but looks for ${first.needed}, with the namespace. Add rules with ` +
    'such paths in matchingRules (PactV4) and keep the matchers, or remove the namespace from the example.'
  );
}

function lostRules(part: Part): LostRule[] {
  const text = part.rulePaths.length > 0 ? textOf(part) : undefined;
  const places = text === undefined ? undefined : xmlPlaces(text);
  if (!places) return [];
  const rules = part.rulePaths.flatMap((path) => {
    const steps = stepsOf(path);
    return steps ? [{ path, steps }] : [];
  });
  const open = places.filter(({ named }) => !rules.some(({ steps }) => isAround(steps, named)));
  return rules.flatMap(({ path, steps }) => {
    const place = open.find(({ spelled }) => names(steps, spelled));
    return place ? [{ path, needed: pathOf(place.named) }] : [];
  });
}

function pathOf(steps: readonly string[]): string {
  return `$${steps.map((name) => `['${name}']`).join('')}`;
}
