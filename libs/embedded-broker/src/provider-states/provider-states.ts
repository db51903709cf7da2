import { isObject, sortedKeys, treeText, valueAt, type JsonTree } from '../pacts/index.ts';

/** A state that consumers expect a provider to be in, and who does, by name. */
export interface ProviderState {
  readonly name: string;
  readonly params: JsonTree | undefined;
  readonly consumers: readonly string[];
}

/**
 * The states that pacts name, each once per set of parameters, by name. Pacts of specification 2 have one state in an
 * interaction, as text; later ones a list of names with parameters.
 * @param pacts their consumers and documents
 */
export function providerStates(
  pacts: readonly { readonly consumer: string; readonly document: JsonTree }[],
): ProviderState[] {
  const states = new Map<string, Omit<ProviderState, 'consumers'> & { readonly consumers: Set<string> }>();
  for (const { consumer, document } of pacts) {
    for (const { name, params } of statesOf(document)) {
      const key = treeText([name, sortedKeys(params ?? null)]);
      const known = states.get(key);
      if (known) known.consumers.add(consumer);
      else states.set(key, { name, params, consumers: new Set([consumer]) });
    }
  }
  return [...states.values()]
    .map((state) => ({ ...state, consumers: [...state.consumers].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function statesOf(document: JsonTree): Pick<ProviderState, 'name' | 'params'>[] {
  const entries = ['messages', 'interactions'].flatMap((kind) => list(valueAt(document, kind)));
  return entries.flatMap((entry) => {
    const only = valueAt(entry, 'providerState');
    if (typeof only === 'string') return [{ name: only, params: undefined }];
    return list(valueAt(entry, 'providerStates')).flatMap((state) => {
      const name = valueAt(state, 'name');
      const params = valueAt(state, 'params') ?? undefined;
      return isObject(state) && typeof name === 'string' ? [{ name, params }] : [];
    });
  });
}

function list(tree: JsonTree | undefined): readonly JsonTree[] {
  return Array.isArray(tree) ? tree : [];
}
