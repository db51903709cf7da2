/** An example for a placeholder: a number for an id, otherwise a word. */
export const exampleOf = (name: string): string =>
  /(id|number|count|page|limit)$/i.test(name) ? '1' : 'example';

/** A path or a query's value with examples in place of `{placeholders}`. */
export const withExamples = (text: string): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => exampleOf(name));

/**
 * The provider state for a request, the same for the consumer's call and the provider's route: `user 1 exists` for
 * `/users/{id}`. None where the path has no placeholder.
 */
export function stateOf(path: string): string | undefined {
  const [, thing, name] = /([\w-]+)\/\{(\w+)\}/.exec(path) ?? [];
  if (thing === undefined || name === undefined) return undefined;
  return `${thing.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')} ${exampleOf(name)} exists`;
}
