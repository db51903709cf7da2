/**
 * Variables that Pact's native verifier reads behind our back: a broker to verify from although files were given, an
 * order to publish, and filters that let a part of the contract pass for the whole.
 */
const variables = [
  'PACT_BROKER_BASE_URL',
  'PACT_BROKER_USERNAME',
  'PACT_BROKER_PASSWORD',
  'PACT_BROKER_TOKEN',
  'PACT_BROKER_PUBLISH_VERIFICATION_RESULTS',
  'PACT_DESCRIPTION',
  'PACT_PROVIDER_STATE',
  'PACT_PROVIDER_NO_STATE',
] as const;

/** Runs `work` without these variables, so that only the options count; puts them back afterwards. */
export async function withoutNativeEnvironment<T>(work: () => Promise<T>): Promise<T> {
  const saved = variables.map((name) => [name, process.env[name]] as const);
  for (const name of variables) delete process.env[name];
  try {
    return await work();
  } finally {
    for (const [name, value] of saved) {
      if (value !== undefined) process.env[name] = value;
    }
  }
}
