import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import type { Header } from '../provider/outgoing.ts';
import { maskedBody } from './masking.ts';

/** The most characters of a text to show. */
const shownLength = 4000;
/** The most bytes of a decompressed body. */
const maxOutputLength = 1024 * 1024;

/** A body as text: decompressed, secrets masked, a long one truncated. A binary body is only described. */
export function shownBody(body: Buffer, headers: readonly Header[]): string | undefined {
  if (body.length === 0) return undefined;
  const valueOf = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const content = decompressed(body, valueOf('content-encoding'));
  if (content === undefined || content.includes(0)) {
    return `(${body.length} bytes of ${valueOf('content-type') ?? 'unknown type'})`;
  }
  const text = content.toString('utf8');
  const shown = maskedBody(text.slice(0, shownLength));
  return text.length <= shownLength ? shown : `${shown}… (${body.length} bytes)`;
}

function decompressed(bytes: Buffer, encoding: string | undefined): Buffer | undefined {
  try {
    if (encoding === 'gzip') return gunzipSync(bytes, { maxOutputLength });
    if (encoding === 'deflate') return inflateSync(bytes, { maxOutputLength });
    if (encoding === 'br') return brotliDecompressSync(bytes, { maxOutputLength });
    return encoding === undefined || encoding === 'identity' ? bytes : undefined;
  } catch {
    return undefined;
  }
}
