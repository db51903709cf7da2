import { readSentence } from './sentence.ts';
import type { ShownMismatch } from './shown-mismatch.ts';

const summary = /^(?<indent> *)(?:\S+: )?\d+ of \d+ interactions failed:\n(?<lines>(?: {2,}\S.*\n?)+)/m;
const interactionLine = /^ {2}(?<interaction>\S.*?)(?: \(given (?<states>.+)\))?$/;
const mismatchLine = /^ {4}- (?<description>.+)$/;

/** The mismatches of a provider's verification. */
export function verificationMismatches(output: string): ShownMismatch[] {
  const { indent = '', lines = '' } = summary.exec(output)?.groups ?? {};
  const found: ShownMismatch[] = [];
  let interaction = '';
  let states: readonly string[] = [];
  for (const line of lines.split('\n').map((one) => one.slice(indentOf(lines, indent)))) {
    const description = mismatchLine.exec(line)?.groups?.['description'];
    if (description !== undefined) {
      found.push({ interaction, states, ...readSentence(description) });
      continue;
    }
    const head = interactionLine.exec(line)?.groups;
    if (!head) continue;
    interaction = head['interaction'] ?? '';
    states = head['states']?.split(', ') ?? [];
  }
  return found;
}

/** Jest indents the whole message, but the first line begins with the error's name. */
function indentOf(lines: string, indent: string): number {
  return Math.max(indent.length, (/^ */.exec(lines)?.[0].length ?? 2) - 2);
}
