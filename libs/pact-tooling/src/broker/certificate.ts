import { readFileSync } from 'node:fs';
import { PactToolingError } from '../errors.ts';

/**
 * The text of a PEM file with certificates.
 * @param source what named the file, as a message is to call it
 * @throws PactToolingError when it can't be read, or has no certificate (which Node would silently do without)
 */
export function readCertificate(path: string, source: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new PactToolingError(
      `${source} is "${path}", which can't be read: ${(error as NodeJS.ErrnoException).code}.`,
    );
  }
  if (!/-----BEGIN (TRUSTED |X509 )?CERTIFICATE-----/.test(text)) {
    throw new PactToolingError(
      `${source} is "${path}", which has no certificate in it; a PEM file is expected.`,
    );
  }
  return text;
}
