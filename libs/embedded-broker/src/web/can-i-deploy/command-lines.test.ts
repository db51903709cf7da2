import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { commandLines, shellWord } from './command-lines.ts';

describe('A command line to copy', () => {
  it('asks the same question', () => {
    const question = { pacticipant: 'User Service', branch: 'main', environment: 'production' };
    expect(commandLines(question, 'http://127.0.0.1:9292').map(({ line }) => line)).toEqual([
      `npx pact-tooling can-i-deploy --pacticipant 'User Service' --branch main --to-environment production --broker-base-url http://127.0.0.1:9292`,
      `pact-broker can-i-deploy --pacticipant 'User Service' --branch main --to-environment production --broker-base-url http://127.0.0.1:9292`,
    ]);
    const [line] = commandLines({ pacticipant: 'A', to: 'prod' }, 'http://b');
    expect(line?.line).toBe(
      'npx pact-tooling can-i-deploy --pacticipant A --latest --to prod --broker-base-url http://b',
    );
  });

  it.each([`it's`, '$(id)', '$HOME', '`id`', 'a; id', '"', '', 'a\nb', '*', '~', '\\', '!!'])(
    'hands a name to the shell as it is: %j',
    (name) => {
      expect(execFileSync('sh', ['-c', `printf %s ${shellWord(name)}`], { encoding: 'utf8' })).toBe(name);
    },
  );
});
