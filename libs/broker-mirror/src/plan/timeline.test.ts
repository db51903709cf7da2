import { describe, expect, it } from '@jest/globals';
import { inventory, pacticipant, resultOf, versionOf } from '../../test/inventories.ts';
import { planTimeline, type HistoryEntry } from './timeline.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

/**
 * A broker's content: `C 1@0 2@5` is a pacticipant with versions of these minutes, oldest first. `C1<P 7+@3` is a
 * content of C's version 1 with a success of P's version 7 in minute 3.
 */
function broker(...lines: readonly string[]) {
  const split = lines.map((line) => line.split(' '));
  return inventory({
    pacticipants: split
      .filter(([head = '']) => !head.includes('<'))
      .map(([name = '', ...versions]) =>
        pacticipant(
          name,
          ...versions.map((version) => {
            const [number = '', minute] = version.split('@');
            return versionOf(name, number, { createdAt: at(Number(minute)) });
          }),
        ),
      ),
    contents: split
      .filter(([head = '']) => head.includes('<'))
      .map(([head = '', ...results]) => ({
        consumer: head.charAt(0),
        consumerVersion: head.slice(1, -2),
        provider: head.slice(-1),
        results: results.map((result) => {
          const [outcome = '', minute] = result.split('@');
          return resultOf(outcome.slice(0, -1), outcome.endsWith('+'), at(Number(minute)));
        }),
      })),
  });
}

const shown = (entry: HistoryEntry) =>
  entry.kind === 'version'
    ? `${entry.version.pacticipant}${entry.version.number}`
    : `${entry.content.consumer}${entry.content.consumerVersion}<${entry.content.provider}` +
      `${entry.result.providerVersion}${entry.result.success ? '+' : '-'}/${entry.alike}`;
const plan = (source: ReturnType<typeof broker>, target = inventory()) => planTimeline(source, target);

describe('The timeline', () => {
  it.each([
    ['the versions of all pacticipants by their time', ['C 1@0 2@4', 'P 7@2'], 'C1 P7 C2'],
    ['a result before later versions', ['C 1@0 2@9', 'P 7@2 8@8', 'C1<P 7+@3'], 'C1 P7 C1<P7+/0 P8 C2'],
    ['versions before a result of the same time', ['C 1@3', 'P 7@3', 'C1<P 7+@3'], 'C1 P7 C1<P7+/0'],
    ['versions in their order, even if their times have another', ['C 1@5 2@0', 'D 1@3'], 'D1 C1 C2'],
    [
      'a result after its consumer’s version, even if its time is earlier',
      ['C 1@5', 'P 7@0', 'C1<P 7+@2'],
      'P7 C1 C1<P7+/0',
    ],
    [
      'a result after its provider’s version, even if its time is earlier',
      ['C 1@0', 'P 7@5', 'C1<P 7+@2'],
      'C1 P7 C1<P7+/0',
    ],
    [
      'results in their order, even if their times have another',
      ['C 1@0', 'P 7@0 8@1', 'C1<P 8+@9 7-@4'],
      'C1 P7 P8 C1<P8+/0 C1<P7-/0',
    ],
    ['equal results, counted', ['C 1@0', 'P 7@0', 'C1<P 7+@1 7+@2 7-@3'], 'C1 P7 C1<P7+/0 C1<P7+/1 C1<P7-/0'],
  ])('has %s', (_, lines, order) => {
    expect(
      plan(broker(...lines))
        .entries.map(shown)
        .join(' '),
    ).toBe(order);
  });

  it('has only what the target lacks, with the number of equal results there', () => {
    const source = broker('C 1@0 2@4', 'P 7@1', 'C1<P 7+@2 7+@3');
    const target = broker('C 1@8', 'P 7@8', 'C1<P 7+@9');
    expect(plan(source, target).entries.map(shown)).toEqual(['C1<P7+/1', 'C2']);
  });

  it('has no results that are older than the target’s; they are counted', () => {
    const source = broker('C 1@0', 'D 1@0', 'P 7@0', 'C1<P 7-@1 7+@2', 'D1<P 7-@1 7-@2 7+@3');
    const target = broker('C 1@0', 'D 1@0', 'P 7@0', 'C1<P 7+@1', 'D1<P 7+@1');
    expect(plan(source, target)).toEqual({ entries: [], outdated: 3 });
  });
});
