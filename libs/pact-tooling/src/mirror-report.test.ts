import { describe, expect, it } from '@jest/globals';
import type { MirrorReport } from '@pact-workshop/broker-mirror';
import { formatMirrorReport } from './mirror-report.ts';

const count = (what: string, from: number, to: number, carried: number, onlyThere = 0) => ({
  what,
  from,
  to,
  carried,
  onlyThere,
});
const report: MirrorReport = {
  dryRun: false,
  agrees: true,
  counts: [count('pacticipants', 10, 9, 8, 7), count('labels', 0, 0, 0), count('webhooks', 0, 0, 0, 1)],
  differences: [],
  notCarried: ['dates: lost'],
  verdicts: { asked: 12, differences: [] },
};
const lines = (number: number) => Array.from({ length: number }, (_, i) => `line ${i + 1}`);

describe('The report of the mirror', () => {
  it('has the counts, what is not migrated, and whether both brokers agree', () => {
    expect(formatMirrorReport(report)).toBe(
      [
        '              FROM  TO  COPIED  ONLY IN TO',
        'pacticipants    10   9       8           7',
        'webhooks         0   0       0           1',
        '',
        'Not migrated:',
        '  - dates: lost',
        '',
        'Asked both brokers 12 times what can be deployed: 12 answers agree.',
        '',
        '✅ Both brokers agree.',
      ].join('\n'),
    );
  });

  it('shows twenty differences and the number of the others, and all that is not migrated', () => {
    const text = formatMirrorReport({
      ...report,
      agrees: false,
      differences: lines(20),
      notCarried: lines(21).map((line) => `lost ${line}`),
      verdicts: { asked: 30, differences: lines(22).map((line) => `answer ${line}`) },
    });
    expect(text).toContain('The brokers differ:\n  - line 1\n');
    expect(text).toContain(
      '  - line 20\n\nAsked both brokers 30 times what can be deployed: 8 answers agree.\n',
    );
    expect(text).toContain('Answers that differ:\n  - answer line 1\n');
    expect(text).toContain('  - answer line 20\n  … and 2 more\n\n❌ The brokers do not agree.');
    expect(text).toContain('  - lost line 21\n\n');
    expect(text).not.toContain('✅');
  });

  it('says that a dry run wrote nothing, and what would be copied', () => {
    const text = formatMirrorReport({ ...report, dryRun: true, verdicts: undefined });
    expect(text).toContain('  TO COPY  ');
    expect(text).not.toContain('COPIED');
    expect(text).toMatch(/\n\nDry run: nothing was written\.$/);
  });
});
