import { VerificationFailedError } from '@pact-workshop/pact-tooling';
import { verifyBroker } from './verify-broker.ts';

// main.ts URL: verifies the broker at this address, whose data are deleted, against the contract of the official client.

const [url] = process.argv.slice(2);
if (url === undefined) {
  console.error('Say where the broker is whose data may be deleted.');
  process.exit(2);
}
try {
  const { interactions } = await verifyBroker(url);
  console.log(`All ${interactions.length} interactions of the official client pass.`);
} catch (error) {
  if (!(error instanceof VerificationFailedError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
