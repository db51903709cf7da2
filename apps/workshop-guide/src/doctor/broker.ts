import type { Finding } from './finding.ts';

/** Variables that make the tooling use another broker. */
const brokerVariables = [
  'PACT_BROKER_BASE_URL',
  'PACT_BROKER_TOKEN',
  'PACT_BROKER_USERNAME',
  'PACT_BROKER_PASSWORD',
];

/** The port of the lessons' broker. */
export function brokerPort(env: NodeJS.ProcessEnv): number {
  const port = Number(env['PACT_BROKER_PORT'] || undefined);
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : 9292;
}

/**
 * Reports a broker that the shell names: commands that the learner runs in this shell would use it for the exercises.
 */
export function checkBroker(env: NodeJS.ProcessEnv): Finding {
  const set = brokerVariables.filter((name) => env[name]);
  if (set.length === 0) return { name: 'broker', state: 'good', found: 'the workshop’s own' };
  return {
    name: 'broker',
    state: 'note',
    // Only names: the output of `doctor` is included in bug reports.
    found: `${set.join(', ')} set in this shell`,
    advice: `Commands in this shell would use that broker: unset ${set.join(' ')}`,
  };
}
