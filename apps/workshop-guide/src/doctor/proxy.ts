import type { Finding } from './finding.ts';

/**
 * Checks that requests to this machine do not go through a proxy. The make targets ensure it; other commands do not.
 */
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
    advice: 'The make targets exclude 127.0.0.1; for your own commands: export NO_PROXY=127.0.0.1,localhost',
  };
}
