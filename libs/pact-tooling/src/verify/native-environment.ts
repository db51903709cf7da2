import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { localHosts } from '../local-hosts.ts';

/**
 * Variables that Pact's native verifier reads behind our back: a broker to verify from although files were given, an
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

/** The verification under way; the environment is the process's, so the next has to wait for it. */
let underWay: Promise<unknown> = Promise.resolve();

/**
 * Runs Pact's verifier with only the options to go by: without the unwanted variables, past any proxy for local hosts,
 * and with the broker's certificate where the native part looks for one. Puts everything back afterwards.
 * One at a time: two that changed the environment at once would put back each other's values.
 * @param ca PEM text of a certificate to trust
 */
export function inNativeEnvironment<T>(ca: string | undefined, work: () => Promise<T>): Promise<T> {
  const result = underWay.then(() => withVariables(ca, work));
  underWay = result.catch(() => undefined);
  return result;
}

async function withVariables<T>(ca: string | undefined, work: () => Promise<T>): Promise<T> {
  const directory = ca === undefined ? undefined : mkdtempSync(join(tmpdir(), 'pact-tooling-ca-'));
  const certificate = directory && join(directory, 'ca.pem');
  if (certificate && ca) writeFileSync(certificate, ca, { mode: 0o600 });
  const noProxy = [process.env['NO_PROXY'] ?? process.env['no_proxy'], ...localHosts]
    .filter(Boolean)
    .join(',');
  const values = {
    ...Object.fromEntries(unwanted.map((name) => [name, undefined])),
    NO_PROXY: noProxy,
    no_proxy: noProxy,
    ...(certificate ? { SSL_CERT_FILE: certificate } : {}),
  };
  const restore = environments().map((env) => setVariables(env, values));
  try {
    return await work();
  } finally {
    for (const putBack of restore) putBack();
    if (directory) rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * The environment that this code sees, and the one that the native part sees. Jest gives tests a copy, so that what is
 * set there never gets to native code.
 */
function environments(): NodeJS.ProcessEnv[] {
  const ofTheProcess = runInThisContext('process.env') as NodeJS.ProcessEnv;
  return ofTheProcess === process.env ? [process.env] : [process.env, ofTheProcess];
}

/** Sets variables, undefined removing one; returns what puts the old values back. */
function setVariables(
  env: NodeJS.ProcessEnv,
  values: Readonly<Record<string, string | undefined>>,
): () => void {
  const saved = Object.keys(values).map((name) => [name, env[name]] as const);
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete env[name];
    else env[name] = value;
  };
  for (const [name, value] of Object.entries(values)) set(name, value);
  return () => {
    for (const [name, value] of saved) set(name, value);
  };
}
