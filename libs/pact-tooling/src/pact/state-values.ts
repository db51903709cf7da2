import { fieldsOf } from './fields.ts';

/**
 * The names of the values that a request takes from its provider states (`fromProviderState`). The expression of a
 * generator is a name, or a text with names in `${…}` (specification 3, "Provider state injected values").
 * @param request the request of an interaction in the pact
 */
export function stateValuesAskedFor(request: unknown): string[] {
  return [...new Set(generatorsIn(fieldsOf(request)['generators']).flatMap(namesIn))];
}

/** Generators are single (`path`), by name (`query`, `header`), or by place (`body`). */
function generatorsIn(json: unknown): string[] {
  const fields = fieldsOf(json);
  const { type, expression } = fields;
  if (type === 'ProviderState' && typeof expression === 'string') return [expression];
  return Object.values(fields).flatMap(generatorsIn);
}

function namesIn(expression: string): string[] {
  if (!expression.includes('${')) return [expression];
  return [...expression.matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => String(name));
}
