import { isObject, parseTree, sortedKeys, treeText, valueAt, type JsonTree } from '../pacts/index.ts';
import type { StatesEntry } from './store.ts';

/** A state that consumers expect a provider to be in, and who does, by name. */
export interface ProviderState {
  readonly name: string;
  readonly params: JsonTree | undefined;
  readonly consumers: readonly string[];
}

/**
 * The states that entries of pacts name, each once per set of parameters, by name. Pacts of specification 2 have one state
 * in an interaction, as text; later ones a list of names with parameters.
 */
export function providerStates(entries: readonly StatesEntry[]): ProviderState[] {
  const states = new Map<string, Omit<ProviderState, 'consumers'> & { readonly consumers: Set<string> }>();
  const keysOf = (entry: StatesEntry) =>
    statesOf(entry).map(({ name, params }) => {
      const key = treeText([name, sortedKeys(params ?? null)]);
      if (!states.has(key)) states.set(key, { name, params, consumers: new Set() });
      return key;
    });
  // The same few texts stand in many pacts.
  const read = new Map<string, readonly string[]>();
  for (const entry of entries) {
    const text = JSON.stringify([entry.state, entry.states]);
    const keys = read.get(text) ?? keysOf(entry);
    read.set(text, keys);
    for (const key of keys) states.get(key)?.consumers.add(entry.consumer);
  }
  return [...states.values()]
    .map((state) => ({ ...state, consumers: [...state.consumers].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function statesOf({ state, states }: StatesEntry): Pick<ProviderState, 'name' | 'params'>[] {
  const only = state === null ? undefined : parseTree(state);
  if (typeof only === 'string') return [{ name: only, params: undefined }];
  const several = states === null ? undefined : parseTree(states);
  if (!Array.isArray(several)) return [];
  return several.flatMap((one) => {
    const name = valueAt(one, 'name');
    const params = valueAt(one, 'params') ?? undefined;
    return isObject(one) && typeof name === 'string' ? [{ name, params }] : [];
  });
}
