import { textOfBytes } from './encoded-text.ts';

/** One of the parts of a multipart body. */
export interface BodyPart {
  /** `name: value`, as written. */
  readonly headers: readonly string[];
  /** Its text; of bytes that are no text, their base64. */
  readonly content: string;
  readonly isText: boolean;
}

/** How many parts are shown; a body of more is shown as it is written. */
const mostParts = 100;

/**
 * The parts of a multipart body (RFC 2046, section 5.1), none where it has no such form.
 * @param type its content type; without a boundary in it, the first line of the body says it
 */
export function multipartOf(type: string, bytes: Buffer): BodyPart[] {
  if (!/^multipart\//i.test(type)) return [];
  // A character for each byte.
  const text = bytes.toString('latin1');
  const boundary = /;\s*boundary="?([^";]+)/i.exec(type)?.[1] ?? /^--([^\r\n]+)/.exec(text)?.[1];
  if (boundary === undefined) return [];
  const pieces = `\r\n${text}`.split(`\r\n--${boundary}`).slice(1);
  const end = pieces.findIndex((piece) => piece.startsWith('--'));
  return end < 1 || end > mostParts ? [] : pieces.slice(0, end).map(partOf);
}

function partOf(piece: string): BodyPart {
  const [, head = '', content = ''] = /^[ \t]*\r\n(?:([^]*?)\r\n)??\r\n([^]*)$/.exec(piece) ?? [
    '',
    '',
    piece,
  ];
  const bytes = Buffer.from(content, 'latin1');
  const text = textOfBytes(bytes);
  return {
    headers: Buffer.from(head, 'latin1')
      .toString('utf8')
      .split('\r\n')
      .filter((line) => line !== ''),
    content: text ?? bytes.toString('base64'),
    isText: text !== undefined,
  };
}
