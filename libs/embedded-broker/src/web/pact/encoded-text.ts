/** Characters that no text has: a body with one of them is bytes of another kind. */
const binary = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;

/** The text of bytes; undefined where they are no UTF-8, or no text. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return binary.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
