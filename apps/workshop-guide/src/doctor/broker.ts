import type { Finding } from './finding.ts';

/** What leads the tooling to a broker elsewhere. */
const leading = ['PACT_BROKER_BASE_URL', 'PACT_BROKER_TOKEN', 'PACT_BROKER_USERNAME', 'PACT_BROKER_PASSWORD'];

/** The port of the lessons' broker. */
export function brokerPort(env: NodeJS.ProcessEnv): number {
  const port = Number(env['PACT_BROKER_PORT'] || undefined);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : 9292;
}

/** A broker that the shell names is where commands go that are typed in this shell: the exercises' are not meant for it. */
export function checkBroker(env: NodeJS.ProcessEnv): Finding {
  const set = leading.filter((name) => env[name]);
  if (set.length === 0) return { name: 'broker', state: 'good', found: 'the workshop’s own' };
  return {
    name: 'broker',
    state: 'note',
    // Names only: what doctor prints is pasted into bug reports.
    found: `${set.join(', ')} set in this shell`,
    advice: `Commands that you type would go to that broker: unset ${set.join(' ')}`,
  };
}
