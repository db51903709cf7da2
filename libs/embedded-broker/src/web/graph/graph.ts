import type { Tone } from '../components/status.ts';

/** A pacticipant in a diagram. */
export interface GraphNode {
  readonly name: string;
  /** Where a click leads. */
  readonly href: string;
  /** Whether the diagram is about it. */
  readonly isCentre?: boolean;
}

/** A contract in a diagram: from who has expectations to who fulfils them. */
export interface GraphEdge {
  readonly consumer: string;
  readonly provider: string;
  readonly href: string;
  readonly tone: Tone;
  /** How it stands, in words. */
  readonly words: string;
}

export interface Graph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}
