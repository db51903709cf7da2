import untyped from '@dagrejs/dagre';
import { shortText } from '../components/shortened.ts';
import type { Graph } from './graph.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box by its middle. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where everything is, in the units of an SVG. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** By name. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** The way of each edge, in the order of the edges. */
  readonly ways: readonly (readonly Point[])[];
}

/** What is used of the library: its own types do not resolve under Node's rules for modules. */
interface Dagre {
  readonly graphlib: { readonly Graph: new (options: { multigraph: boolean }) => DagreGraph };
  readonly layout: (graph: DagreGraph) => void;
}

interface DagreGraph {
  setGraph(options: object): void;
  setNode(name: string, size: { width: number; height: number }): void;
  setEdge(from: string, to: string, label: object, name: string): void;
  graph(): { readonly width?: number; readonly height?: number };
  node(name: string): Box;
  edge(from: string, to: string, name: string): { readonly points: readonly Point[] };
}

const dagre = untyped as unknown as Dagre;

const letterWidth = 8.4;
const boxHeight = 30;
const kept = 50;
const layouts = new Map<string, GraphLayout>();

/**
 * Lays a graph out from consumers on the left to providers on the right. It takes a while (about 35 ms for 150
 * boxes), so layouts are kept: they depend on names and edges alone, which seldom change, and not on how things stand.
 */
export function layoutOf({ nodes, edges }: Graph): GraphLayout {
  const names = nodes.map(({ name }) => name);
  const pairs = edges.map(({ consumer, provider }) => [consumer, provider]);
  const key = JSON.stringify([names, pairs]);
  const layout = layouts.get(key) ?? layOut(names, pairs);
  layouts.delete(key);
  layouts.set(key, layout);
  const [oldest] = layouts.keys();
  if (layouts.size > kept && oldest !== undefined) layouts.delete(oldest);
  return layout;
}

function layOut(names: readonly string[], pairs: readonly (readonly string[])[]): GraphLayout {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: 14, ranksep: 70, marginx: 8, marginy: 8 });
  // By number: the library keeps nodes as keys of objects, where a name like "constructor" means something else.
  const ids = new Map(names.map((name, index) => [name, `node ${index}`]));
  const idOf = (name: string | undefined) => ids.get(name ?? '') ?? '';
  for (const [name, id] of ids)
    graph.setNode(id, { width: shortText(name).length * letterWidth + 24, height: boxHeight });
  for (const [index, [consumer, provider]] of pairs.entries())
    graph.setEdge(idOf(consumer), idOf(provider), {}, `edge ${index}`);
  dagre.layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.max(0, Math.round(width)),
    height: Math.max(0, Math.round(height)),
    boxes: new Map([...ids].map(([name, id]) => [name, graph.node(id)])),
    ways: pairs.map(
      ([consumer, provider], index) => graph.edge(idOf(consumer), idOf(provider), `edge ${index}`).points,
    ),
  };
}
