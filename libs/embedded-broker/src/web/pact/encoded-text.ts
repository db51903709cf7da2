/** Characters that no text has: a body with one of them is bytes of another kind. */

const binary = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;

/** The text that base64 stands for; undefined where its bytes are no UTF-8, or no text. */
export function textOfBase64(base64: string): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
    return binary.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
