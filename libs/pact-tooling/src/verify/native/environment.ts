import { runInThisContext } from 'node:vm';
import { localHosts } from '@pact-workshop/broker-client';

/**
 * Variables that Pact's library reads behind our back when a verification begins: a broker to verify from as well, an
 * order to publish, and filters that let a part of the contract pass for the whole.
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
 * Begins a verification with only its options to go by.
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

/** Verifications under way, and what puts the variables back behind the last of them. */
let underWay = 0;
let putBackProxies: () => void = () => undefined;

/** Works with local hosts reached past any proxy. The native verifier asks for the variables at each request. */
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
 * Sets variables, undefined removing one, for this code and for the native part; returns what puts the old values
 * back. Jest gives tests a copy of the environment, so that what is set there never gets to native code.
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
