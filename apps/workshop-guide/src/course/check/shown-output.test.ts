import { describe, expect, it } from '@jest/globals';
import { driftOf } from './shown-output.ts';

const output = `--- Running
  console.log
    [19:12:52.110] ERROR (13514): no

PASS one.test.ts
  ✓ holds (12 ms)
Time:        0.475 s, estimated 1 s
Service: http://127.0.0.1:46751
published 0123456789-dirty-abcdef0123 at 2026-11-25T19:12:52.110Z
make: *** [workflow.mk:37: unit] Error 1
`;
const lines = output.split('\n');

describe('The output in a text', () => {
  it('may be complete, without empty lines', () => {
    expect(driftOf(lines, output)).toBeUndefined();
    expect(driftOf(lines.filter(Boolean), output)).toBeUndefined();
  });

  it.each([
    ['at the end', ['--- Running', '…']],
    ['at the beginning', ['…', 'make: *** [workflow.mk:37: unit] Error 1']],
    ['in between', ['--- Running', '…', '  ✓ holds', '  …', 'make: *** [workflow.mk:37: unit] Error 1']],
    ['around all', ['…', 'PASS one.test.ts', '…']],
    ['where there are none', ['--- Running', '…', '  console.log', '…']],
  ])('may omit lines %s', (_, shown) => {
    expect(driftOf(shown, output)).toBeUndefined();
  });

  it('does not differ by times, ports, versions, dates and line numbers', () => {
    const other = lines
      .join('\n')
      .replace('(12 ms)', '(1.5 s)')
      .replace('19:12:52.110]', '01:01:01.001]')
      .replace('(13514)', '(1)')
      .replace('0.475 s, estimated 1 s', '2 s')
      .replace(':46751', ':1024')
      .replace('0123456789-dirty-abcdef0123', 'aaaaaaaaaa-dirty-bbbbbbbbbb')
      .replace('2026-11-25T19:12:52.110Z', '2027-01-01T00:00:00Z')
      .replace('workflow.mk:37: ', '');
    expect(driftOf(other.split('\n'), output)).toBeUndefined();
  });

  it.each([
    [
      'a line that is not printed',
      ['--- Running', '…', 'nothing of that', '…'],
      '"nothing of that" is shown',
    ],
    [
      'lines in another order',
      ['…', '  ✓ holds', '…', 'PASS one.test.ts', '…'],
      '"PASS one.test.ts" is shown',
    ],
    ['an unmarked gap', ['--- Running', 'PASS one.test.ts', '…'], 'where "  console.log" is printed'],
    ['an unmarked end', ['--- Running'], '"  console.log" is printed after the last line'],
    ['an unmarked beginning', ['PASS one.test.ts', '…'], 'where "--- Running" is printed'],
    ['an additional line', [...lines, 'more'], '"more" is shown after the last line that is printed'],
  ])('drifts with %s', (_, shown, finding) => {
    expect(driftOf(shown, output)).toContain(finding);
  });
});
