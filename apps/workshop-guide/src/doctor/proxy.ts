import type { Finding } from './finding.ts';

/** A proxy must not get what is meant for this machine. The make targets see to that; other commands don't. */
export function checkProxy(env: NodeJS.ProcessEnv): Finding {
  const name = 'proxy';
  const set = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].filter(
    (variable) => env[variable],
  );
  if (set.length === 0) return { name, state: 'good', found: 'none' };
  const without = env['NO_PROXY'] ?? env['no_proxy'] ?? '';
  if (without.includes('127.0.0.1'))
    return { name, state: 'good', found: `${set.join(', ')}, not for 127.0.0.1` };
  return {
    name,
    state: 'note',
    found: `${set.join(', ')}, also for 127.0.0.1`,
    advice:
      'The make targets leave 127.0.0.1 out; for commands of your own: export NO_PROXY=127.0.0.1,localhost',
  };
}
