import { apiVersion } from './api-version.ts';
import { ownFile } from './own-file.ts';

/** What `embedded-broker --version` says: the package's version, and that of the official broker whose API it speaks. */
export function brokerVersion(): string {
  const { version } = JSON.parse(ownFile('package.json')) as { version: string };
  return `${version} (speaks the API of Pact Broker ${apiVersion})`;
}
