import { brotliDecompressSync, constants, gunzipSync, inflateSync } from 'node:zlib';
import type { KeptBody } from '../provider/exchange.ts';
import type { Header } from '../provider/outgoing.ts';
import { maskedBody } from './masking.ts';

/** The longest text that is shown, in characters. */
const shownLength = 4000;
/** The most that a compressed body may become, in bytes. */
const maxOutputLength = 1024 * 1024;

/** A body as text: decompressed, secrets masked, cut off where it is long; what is no text is only described. */
export function shownBody({ bytes, length }: KeptBody, headers: readonly Header[]): string | undefined {
  if (length === 0) return undefined;
  const valueOf = (wanted: string) => headers.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const content = decompressed(bytes, valueOf('content-encoding'));
  if (content === undefined || content.includes(0)) {
    return `(${length} bytes of ${valueOf('content-type') ?? 'unknown type'})`;
  }
  const text = content.toString('utf8');
  const shown = maskedBody(text.slice(0, shownLength));
  const isWhole = text.length <= shownLength && bytes.length === length;
  return isWhole ? shown : `${shown}… (${length} bytes)`;
}

/** The beginning of a body that was cut off can be decompressed, too. */
function decompressed(bytes: Buffer, encoding: string | undefined): Buffer | undefined {
  const options = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };
  try {
    if (encoding === 'gzip') return gunzipSync(bytes, options);
    if (encoding === 'deflate') return inflateSync(bytes, options);
    if (encoding === 'br') return brotliDecompressSync(bytes, { maxOutputLength });
    return encoding === undefined || encoding === 'identity' ? bytes : undefined;
  } catch {
    return undefined;
  }
}
