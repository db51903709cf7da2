import type { Readable } from 'node:stream';

/**
 * All bytes of a stream. `node:stream/consumers` uses an async iterator, whose cost is visible in a profile of a
 * verification.
 * @throws Error if the stream breaks off
 */
export function readAll(stream: Readable): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    stream
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => resolve(chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)))
      .on('error', reject)
      .on('close', () => reject(new Error('it was closed before its end')));
  });
}
