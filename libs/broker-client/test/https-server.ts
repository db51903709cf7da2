import { execFileSync } from 'node:child_process';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryDirectory } from './temporary-directory.ts';

/** An HTTPS server on a free port of 127.0.0.1, with a self-signed certificate. */
export interface SecureTestServer extends AsyncDisposable {
  readonly url: string;
  /** The file of its certificate, and the file's text. */
  readonly certificate: { readonly path: string; readonly pem: string };
}

export async function startSecureServer(listener: RequestListener): Promise<SecureTestServer> {
  const directory = await temporaryDirectory();
  const path = join(directory.path, 'cert.pem');
  const keyPath = join(directory.path, 'key.pem');
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=127.0.0.1'];
  execFileSync(
    'openssl',
    [...request, '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', keyPath, '-out', path],
    { stdio: 'ignore' },
  );
  const pem = await readFile(path, 'utf8');
  const server = createServer({ key: await readFile(keyPath), cert: pem }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    certificate: { path, pem },
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      await directory[Symbol.asyncDispose]();
    },
  };
}
