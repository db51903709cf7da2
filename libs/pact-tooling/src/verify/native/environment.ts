import { runInThisContext } from 'node:vm';
import { localHosts } from '@pact-workshop/broker-client';

/**
 * Variables that Pact's library reads implicitly at the start of a verification: another broker to verify from, an
 * order to publish, and filters that make a part of the contract pass as the whole.
 */
const unwanted = [
  'PACT_BROKER_BASE_URL',
  'PACT_BROKER_USERNAME',
  'PACT_BROKER_PASSWORD',
  'PACT_BROKER_TOKEN',
  'PACT_BROKER_PUBLISH_VERIFICATION_RESULTS',
  'PACT_DESCRIPTION',
  'PACT_PROVIDER_STATE',
  'PACT_PROVIDER_NO_STATE',
] as const;

/**
 * Starts a verification that uses only its options.
 * @param begin reads the variables before it returns
 */
export function withoutDefaults<T>(begin: () => T): T {
  const putBack = setVariables(Object.fromEntries(unwanted.map((name) => [name, undefined])));
  try {
    return begin();
  } finally {
    putBack();
  }
}

/** The number of running verifications, and what restores the variables after the last of them. */
let underWay = 0;
let putBackProxies: () => void = () => undefined;

/**
 * Runs work whose requests to local hosts bypass any proxy. The native verifier reads the variables for each request.
 */
export async function pastProxies<T>(work: () => Promise<T>): Promise<T> {
  if (underWay++ === 0) {
    const hosts = [process.env['NO_PROXY'] ?? process.env['no_proxy'], ...localHosts]
      .filter(Boolean)
      .join(',');
    putBackProxies = setVariables({ NO_PROXY: hosts, no_proxy: hosts });
  }
  try {
    return await work();
  } finally {
    if (--underWay === 0) putBackProxies();
  }
}

/**
 * Sets variables for this code and for the native part; undefined removes one. Jest gives tests a copy of the
 * environment, whose variables native code does not see.
 * @returns a function that restores the old values
 */
function setVariables(values: Readonly<Record<string, string | undefined>>): () => void {
  const ofTheProcess = runInThisContext('process.env') as NodeJS.ProcessEnv;
  const saved = [...new Set([process.env, ofTheProcess])].map((env) => {
    const before = Object.keys(values).map((name) => [name, env[name]] as const);
    for (const [name, value] of Object.entries(values)) setVariable(env, name, value);
    return { env, before };
  });
  return () => {
    for (const { env, before } of saved) {
      for (const [name, value] of before) setVariable(env, name, value);
    }
  };
}

function setVariable(env: NodeJS.ProcessEnv, name: string, value: string | undefined): void {
  if (value === undefined) delete env[name];
  else env[name] = value;
}
