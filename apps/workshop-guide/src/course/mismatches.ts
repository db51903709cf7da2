/** A difference between contract and provider, as the verification prints it. */
export interface ShownMismatch {
  /** Description of the interaction. */
  readonly interaction: string;
  readonly states: readonly string[];
  /** The whole sentence. */
  readonly description: string;
  /** Where in the body, or which header; undefined when the sentence does not say. */
  readonly path: string | undefined;
  /** What the contract has; undefined when the sentence has no pair of values. */
  readonly expected: string | undefined;
  readonly actual: string | undefined;
}

const summary = /\d+ of \d+ interactions failed:\n(?<lines>(?: {2,}.+\n?)+)/;
const interactionLine = /^ {2}(?<interaction>\S.*?)(?: \(given (?<states>.+)\))?$/;
const mismatchLine = /^ {4}- (?<description>.+)$/;

/** How Pact puts the two values in a sentence; the first that fits counts. */
const pairs = [
  // Here Pact names what came first.
  /Expected (?<actual>.+) \(\w+\) to be the same type as (?<expected>.+) \(\w+\)/i,
  /Expected (?:a header )?(?<expected>.+) to be equal to (?<actual>.+)/i,
  /Expected (?<expected>.+) to (?:match|be like) (?<actual>.+)/i,
  /expected (?<expected>.+) but (?:was|got|received) (?<actual>.+)/i,
];

/** Reads the failures out of what a verification printed; none when nothing failed. */
export function mismatchesIn(output: string): ShownMismatch[] {
  const lines = summary.exec(output.replaceAll('\r', ''))?.groups?.['lines']?.split('\n') ?? [];
  const indent = /^ */.exec(lines[0] ?? '')?.[0].length ?? 0;
  const found: ShownMismatch[] = [];
  let interaction = '';
  let states: readonly string[] = [];
  for (const line of lines.map((one) => one.slice(Math.max(0, indent - 2)))) {
    const description = mismatchLine.exec(line)?.groups?.['description'];
    if (description !== undefined) {
      found.push({ interaction, states, description, ...placeOf(description), ...pairOf(description) });
      continue;
    }
    const head = interactionLine.exec(line)?.groups;
    interaction = head?.['interaction'] ?? interaction;
    states = head?.['states']?.split(', ') ?? [];
  }
  return found;
}

function placeOf(description: string): { path: string | undefined } {
  return { path: /^(?<path>\$\S*|[\w-]+): /.exec(description)?.groups?.['path'] };
}

function pairOf(description: string): { expected: string | undefined; actual: string | undefined } {
  for (const pair of pairs) {
    const groups = pair.exec(description)?.groups;
    if (groups) return { expected: groups['expected'], actual: groups['actual'] };
  }
  return { expected: undefined, actual: undefined };
}
