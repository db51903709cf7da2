import { readSentence } from './sentence.ts';
import type { ShownMismatch } from './shown-mismatch.ts';

const report = /Mock server failed with the following mismatches:(?<items>[^]*?)(?=\n {6}at |$)/g;
const request = /Method: (?<method>\S+)\s+Path: (?<path>\S+)/;
const incorrect = /^The following request was incorrect:\s+(?<request>\S+ \S+)(?<sentences>[^]*)/;

/** The mismatches between a consumer's requests and the contract, as Pact's mock server reports them. */
export function mockServerMismatches(output: string): ShownMismatch[] {
  return [...output.matchAll(report)].flatMap((match) => mismatchesOf(match.groups?.['items'] ?? ''));
}

function mismatchesOf(items: string): ShownMismatch[] {
  const each = items.split(/^\s*\d+\) /m).slice(1);
  const asked = each.filter((item) => item.startsWith('The following request was not expected'));
  const missed = each.filter((item) =>
    item.startsWith('The following request was expected but not received'),
  );
  const pairs = Array.from({ length: Math.max(asked.length, missed.length) }, (_, index) =>
    notAsExpected(asked[index], missed[index]),
  );
  return [...pairs, ...each.flatMap(incorrectRequest)];
}

/** A request that was not expected and one that was not received: most likely the same request with a mistake. */
function notAsExpected(asked: string | undefined, missed: string | undefined): ShownMismatch {
  const [actual, expected] = [lineOf(asked), lineOf(missed)];
  return {
    interaction: expected ?? actual ?? '',
    states: [],
    description: [
      ...(actual === undefined ? [] : [`${actual} was not expected`]),
      ...(expected === undefined ? [] : [`${expected} was expected, but not received`]),
    ].join(', '),
    path: undefined,
    expected,
    actual,
  };
}

function lineOf(item: string | undefined): string | undefined {
  const { method, path } = request.exec(item ?? '')?.groups ?? {};
  return method === undefined ? undefined : `${method} ${path}`;
}

function incorrectRequest(item: string): ShownMismatch[] {
  const { request: interaction = '', sentences = '' } = incorrect.exec(item)?.groups ?? {};
  return [...sentences.matchAll(/^\s*\d+\.\d+ (?<sentence>.+)$/gm)].map(({ groups }) => ({
    interaction,
    states: [],
    ...readSentence(groups?.['sentence']?.trim() ?? ''),
  }));
}
