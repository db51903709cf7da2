import { describe, expect, it } from '@jest/globals';
import { withoutOutput, withSharedOutput } from './shared-output.ts';

const block = (stage: string, ...lines: string[]) => ['```console' + stage, ...lines, '```'].join('\n');
const english = [
  '# Greet',
  block(' start', '$ make greet', 'TODO: greet'),
  'Now greet.',
  block('', '$ make greet', 'hello', '$ ls', '', 'shop'),
].join('\n\n');

describe('The output of commands', () => {
  it('is left out of a translation, command by command', () => {
    expect(withoutOutput(english)).toBe(
      [
        '# Greet',
        block(' start', '$ make greet', '…'),
        'Now greet.',
        block('', '$ make greet', '…', '$ ls', '…'),
      ].join('\n\n'),
    );
  });

  it('is filled in from the English text', () => {
    const german = withoutOutput(english).replace('# Greet', '# Grüßen').replace('Now greet.', 'Grüße.');
    expect(withSharedOutput(german, english)).toBe(
      english.replace('# Greet', '# Grüßen').replace('Now greet.', 'Grüße.'),
    );
  });

  it('is not that of another command', () => {
    const older = block(' start', '$ make hello', '…');
    expect(withSharedOutput(older, english)).toBe(older);
  });
});
