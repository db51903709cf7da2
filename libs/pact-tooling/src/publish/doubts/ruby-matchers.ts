import { quoted } from './descriptions.ts';
import type { Part } from './parts.ts';

/**
 * Ruby's pact gem 1 with version 3 of the json gem writes the objects of its matchers into bodies, instead of examples
 * and rules.
 * @returns the problem with advice; undefined if no body has such an object
 */
export function rubyMatchers(parts: readonly Part[]): string | undefined {
  const found = parts.flatMap(({ description, body }) => {
    const name = matcherIn(body);
    return name === undefined ? [] : [{ description, name }];
  });
  if (found.length === 0) return undefined;
  const descriptions = quoted(found.map(({ description }) => description));
  return (
    `the body of ${descriptions} has "json_class": "${found[0]?.name}", an object of the test instead of an ` +
    "example and its matching rule. No provider returns this. Keep the json gem below 3 in the consumer's Gemfile " +
    "(gem 'json', '< 3') and run its contract tests again."
  );
}

/** The class of a Ruby matcher in a JSON value; undefined without one. */
function matcherIn(body: unknown): string | undefined {
  // Without recursion: a body may be nested deeper than the stack.
  const open = [body];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const { json_class: name } = value as { json_class?: unknown };
    if (typeof name === 'string' && name.startsWith('Pact::')) return name;
    for (const child of Object.values(value)) open.push(child);
  }
  return undefined;
}
