import { lazyRequire } from '../../lazy-require.ts';
import type { Connection } from './connection.ts';
import type { Neighbourhood } from './neighbourhood.ts';

/** A pacticipant's box; lengths are in pixels, `x` and `y` its centre. */
export interface Box {
  readonly name: string;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A connection's way from box to box. */
export interface Arrow {
  readonly connection: Connection;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

type Place = Pick<Box, 'x' | 'y'>;
type Size = Pick<Box, 'width' | 'height'>;
type Plan = Size & { boxes: Place[]; arrows: Place[][] };

/** What is used of `@dagrejs/dagre`; its own types can't be resolved by Node's rules. */
interface Dagre {
  readonly graphlib: { readonly Graph: new () => DagreGraph };
  readonly layout: (graph: DagreGraph) => void;
}

interface DagreGraph {
  setGraph(options: object): void;
  setNode(id: string, size: Size): void;
  setEdge(from: string, to: string, label: object): void;
  graph(): Partial<Size>;
  node(id: string): Place;
  edge(from: string, to: string): { readonly points: readonly Place[] };
}

const longestLabel = 26;
const characterWidth = 8;
const boxHeight = 30;

/** Layouts of networks seen lately: finding one for 150 pacticipants takes some tenths of a second. */
const known = new Map<string, Plan>();
const mostKnown = 20;

/** Where each pacticipant and each connection is drawn: consumers to the left of their providers. */
export function layoutOf({ names, connections }: Neighbourhood): Layout {
  const key = JSON.stringify([names, connections.map(({ consumer, provider }) => [consumer, provider])]);
  const plan = known.get(key) ?? planOf(names, connections);
  known.delete(key);
  known.set(key, plan);
  for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
  return {
    width: plan.width,
    height: plan.height,
    boxes: names.map((name, i) => ({ name, ...sizeOf(name), ...(plan.boxes[i] as Place) })),
    arrows: connections.map((connection, i) => ({ connection, points: plan.arrows[i] as Place[] })),
  };
}

function planOf(names: readonly string[], connections: readonly Connection[]): Plan {
  const { graphlib, layout } = lazyRequire<Dagre>('@dagrejs/dagre');
  const graph = new graphlib.Graph();
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 14,
    edgesep: 6,
    ranksep: 80,
    marginx: 8,
    marginy: 8,
    ranker: 'tight-tree',
    // Else services that call one another in circles stand in one long row.
    acyclicer: 'greedy',
  });
  // Numbers instead of names, since a name could be one that the library uses itself.
  const idOf = new Map(names.map((name, i) => [name, String(i)]));
  const ends = ({ consumer, provider }: Connection) =>
    [idOf.get(consumer) as string, idOf.get(provider) as string] as const;
  for (const name of names) graph.setNode(idOf.get(name) as string, { ...sizeOf(name) });
  for (const connection of connections) graph.setEdge(...ends(connection), {});
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width: Math.max(1, Math.ceil(width)),
    height: Math.max(1, Math.ceil(height)),
    boxes: names.map((_name, i) => placeOf(graph.node(String(i)))),
    arrows: connections.map((connection) => graph.edge(...ends(connection)).points.map(placeOf)),
  };
}

const placeOf = ({ x, y }: Place): Place => ({ x: Math.round(x), y: Math.round(y) });

function sizeOf(name: string): Pick<Box, 'label' | 'width' | 'height'> {
  const characters = [...name];
  const label =
    characters.length > longestLabel ? `${characters.slice(0, longestLabel - 1).join('')}…` : name;
  return { label, width: [...label].length * characterWidth + 24, height: boxHeight };
}
