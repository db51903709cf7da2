import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { PactToolingError } from './tooling-error.ts';

const expectation = 'Name the PEM file of the certificate that signed the server’s certificate.';

/**
 * The text of a PEM file with certificates.
 * @param source the name of the option or variable with the path, for messages
 * @throws PactToolingError when it can't be read, or has no certificate (which Node would ignore silently)
 */
export function readCertificate(path: string, source: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new PactToolingError(`${source} is "${path}", which can't be read (${code}). ${expectation}`);
  }
  try {
    new X509Certificate(text);
  } catch {
    throw new PactToolingError(`${source} is "${path}", which contains no certificate. ${expectation}`);
  }
  return text;
}

/** The certificates that Node trusts, including those of `NODE_EXTRA_CA_CERTS`, and more of them (PEM text). */
export function trustedWith(ca: string): string[] {
  // Node 22 has the function from 22.15 on.
  return [...('getCACertificates' in tls ? tls.getCACertificates() : bundledAndExtra()), ca];
}

/** Node itself only warns of a file that can't be read. */
function bundledAndExtra(): string[] {
  try {
    return [
      ...tls.rootCertificates,
      readCertificate(process.env['NODE_EXTRA_CA_CERTS'] ?? '', 'NODE_EXTRA_CA_CERTS'),
    ];
  } catch {
    return [...tls.rootCertificates];
  }
}
