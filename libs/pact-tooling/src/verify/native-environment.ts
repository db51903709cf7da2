import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Hosts that no proxy can reach for us. */
const local = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Runs Pact's verifier with only the options to go by: without the unwanted variables, past any proxy for local hosts,
 * and with the broker's certificate where the native part looks for one. Puts everything back afterwards.
 * @param ca PEM text of a certificate to trust
 */
export async function inNativeEnvironment<T>(
  { ca, providerBaseUrl }: { readonly ca: string | undefined; readonly providerBaseUrl: string },
  work: () => Promise<T>,
): Promise<T> {
  const directory = ca === undefined ? undefined : mkdtempSync(join(tmpdir(), 'pact-tooling-ca-'));
  const certificate = directory && join(directory, 'ca.pem');
  if (certificate && ca) writeFileSync(certificate, ca, { mode: 0o600 });
  const restore = setVariables({
    ...Object.fromEntries(unwanted.map((name) => [name, undefined])),
    ...proxyVariables(process.env, local.includes(new URL(providerBaseUrl).hostname)),
    ...(certificate ? { SSL_CERT_FILE: certificate } : {}),
  });
  try {
    return await work();
  } finally {
    restore();
    if (directory) rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * Variables that keep a proxy out of local traffic. The native part, which speaks with the broker, heeds `NO_PROXY` and
 * reads lower-case names too; the JavaScript part, which speaks with the provider, knows only the upper-case ones and
 * sends everything through that proxy.
 */
function proxyVariables(
  env: NodeJS.ProcessEnv,
  providerIsLocal: boolean,
): Record<string, string | undefined> {
  const noProxy = [env['NO_PROXY'] ?? env['no_proxy'], ...local].filter(Boolean).join(',');
  return {
    NO_PROXY: noProxy,
    no_proxy: noProxy,
    ...(providerIsLocal
      ? {
          http_proxy: env['http_proxy'] ?? env['HTTP_PROXY'],
          https_proxy: env['https_proxy'] ?? env['HTTPS_PROXY'],
          HTTP_PROXY: undefined,
          HTTPS_PROXY: undefined,
        }
      : {}),
  };
}

/** Sets variables, undefined removing one; returns what puts the old values back. */
function setVariables(values: Readonly<Record<string, string | undefined>>): () => void {
  const saved = Object.keys(values).map((name) => [name, process.env[name]] as const);
  const set = (name: string, value: string | undefined) => {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  };
  for (const [name, value] of Object.entries(values)) set(name, value);
  return () => {
    for (const [name, value] of saved) set(name, value);
  };
}
