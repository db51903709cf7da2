import type { IncomingMessage } from 'node:http';
import { isSafeNumber, parse, stringify, LosslessNumber } from 'lossless-json';

/**
 * The body of a request for a request filter: parsed on access, with the original bytes if the filter does not change
 * it.
 */
export class FilteredBody {
  private readonly bytes: Buffer;
  private readonly contentType: string;
  private readonly isEncoded: boolean;
  private value: unknown;
  /** The value before the filter; undefined before the first access. */
  private before: Buffer | undefined;
  private isReplaced = false;

  constructor(bytes: Buffer, { headers }: Pick<IncomingMessage, 'headers'>) {
    this.bytes = bytes;
    this.contentType = (headers['content-type'] ?? '').toLowerCase();
    this.isEncoded =
      headers['content-encoding'] !== undefined || /charset=(?!"?utf-?8)/.test(this.contentType);
  }

  /** Makes it the `body` of a request. */
  offerAs(request: object): void {
    Object.defineProperty(request, 'body', {
      configurable: true,
      enumerable: true,
      get: () => this.look(),
      set: (value: unknown) => {
        this.isReplaced = true;
        this.value = value;
      },
    });
  }

  /** The bytes to send: the contract's, unless the filter changed the body. */
  result(): Buffer {
    if (!this.isReplaced && this.before === undefined) return this.bytes;
    const after = this.written(this.value);
    return !this.isReplaced && this.before?.equals(after) ? this.bytes : after;
  }

  private look(): unknown {
    if (!this.isReplaced && this.before === undefined) {
      this.value = this.read();
      this.before = Buffer.from(this.written(this.value));
    }
    return this.value;
  }

  private read(): unknown {
    const text = this.bytes.toString('utf8');
    if (this.isEncoded || text === '') return this.bytes;
    try {
      if (this.isJson) return parse(text, undefined, readable);
    } catch {
      return this.bytes;
    }
    return this.isForm ? formFields(text) : this.bytes;
  }

  private written(value: unknown): Buffer {
    if (Buffer.isBuffer(value)) return value;
    if (value instanceof Uint8Array) return Buffer.from(value);
    if (value === undefined) return Buffer.alloc(0);
    if (this.isJson) return Buffer.from(stringify(value) ?? '');
    if (typeof value === 'string') return Buffer.from(value);
    const isFields = this.isForm && typeof value === 'object' && value !== null;
    return Buffer.from(isFields ? formText(value) : (stringify(value) ?? ''));
  }

  private get isJson(): boolean {
    return /[/+]json\b/.test(this.contentType);
  }

  private get isForm(): boolean {
    return this.contentType.startsWith('application/x-www-form-urlencoded');
  }
}

/** A number if JavaScript's has the same value; otherwise one that keeps its digits. */
function readable(text: string): number | LosslessNumber {
  return isSafeNumber(text) ? Number(text) : new LosslessNumber(text);
}

/** The fields of a form by name; a list if a name occurs several times. */
function formFields(text: string): Record<string, string | string[]> {
  const fields = Map.groupBy(new URLSearchParams(text), ([name]) => name);
  return Object.fromEntries(
    [...fields].map(([name, pairs]) => {
      const values = pairs.map(([, value]) => value);
      return [name, values.length === 1 ? String(values[0]) : values];
    }),
  );
}

function formText(fields: object): string {
  const pairs = Object.entries(fields).flatMap(([name, value]: [string, unknown]) =>
    [value].flat().map((one) => [name, String(one)] as [string, string]),
  );
  return new URLSearchParams(pairs).toString();
}
