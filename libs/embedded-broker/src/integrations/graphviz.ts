import type { Integration } from './store.ts';

/**
 * Integrations as a graph in the DOT language. Spaces in names become `_`, as the official broker has it; what then is
 * no identifier of the language is quoted.
 */
export function integrationsGraph(integrations: readonly Integration[]): string {
  const edges = integrations.map(
    ({ consumer, provider }) => `  ${identifier(consumer)} -> ${identifier(provider)}`,
  );
  const attributes =
    'ranksep=3; ratio=auto; overlap=false; node [  shape = plaintext, fontname = Helvetica ];';
  return `digraph { ${attributes}\n${edges.join('\n')}\n}\n`;
}

function identifier(name: string): string {
  const joined = name.replaceAll(' ', '_');
  return /^[A-Za-z_]\w*$/.test(joined) ? joined : `"${joined.replace(/["\\]/g, '\\$&')}"`;
}
