import { LosslessNumber } from 'lossless-json';
import { maxNesting } from '../http/index.ts';

/** JSON in memory with every number as it was spelled: `1` and `1.0` are two things to a matcher. */
export type JsonTree = null | boolean | string | LosslessNumber | JsonTree[] | JsonObject;
export interface JsonObject {
  [key: string]: JsonTree;
}

/** That a text is none this reader reads: no JSON, or too deep. */
class Unreadable extends Error {}

/**
 * Reads JSON as `lossless-json` does, in a fraction of its time. Of two values with one key the last counts.
 * @returns undefined where the text is no JSON, or nested too deep; that one knows what to say of it
 */
export function readJson(text: string): JsonTree | undefined {
  try {
    return new Reader(text).document();
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

class Reader {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): JsonTree {
    const value = this.value();
    if (this.at < this.text.length) throw new Unreadable();
    return value;
  }

  /** A value with the white space around it. */
  private value(): JsonTree {
    this.skipSpace();
    const value = this.bareValue();
    this.skipSpace();
    return value;
  }

  private bareValue(): JsonTree {
    switch (this.text.charCodeAt(this.at)) {
      case 0x22: // "
        return this.string();
      case 0x7b: // {
        return this.object();
      case 0x5b: // [
        return this.list();
      case 0x74: // t
        return this.word('true', true);
      case 0x66: // f
        return this.word('false', false);
      case 0x6e: // n
        return this.word('null', null);
      default:
        return this.number();
    }
  }

  private object(): JsonObject {
    const object: JsonObject = {};
    if (this.opens(0x7d)) return object;
    do {
      this.skipSpace();
      if (this.text.charCodeAt(this.at) !== 0x22) throw new Unreadable();
      const key = this.string();
      this.skipSpace();
      this.expect(0x3a); // :
      const value = this.value();
      if (key === '__proto__')
        Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
      else object[key] = value;
    } while (this.goesOn(0x7d));
    return object;
  }

  private list(): JsonTree[] {
    const list: JsonTree[] = [];
    if (this.opens(0x5d)) return list;
    do list.push(this.value());
    while (this.goesOn(0x5d));
    return list;
  }

  /** Steps into an object or a list; true where it ends at once. */
  private opens(end: number): boolean {
    if (++this.depth > maxNesting) throw new Unreadable();
    this.at++;
    this.skipSpace();
    return this.text.charCodeAt(this.at) === end && !this.closes();
  }

  /** Steps behind a comma; false behind the end. */
  private goesOn(end: number): boolean {
    if (this.text.charCodeAt(this.at) === end) return this.closes();
    this.expect(0x2c); // ,
    return true;
  }

  private closes(): false {
    this.at++;
    this.depth--;
    return false;
  }

  private string(): string {
    const { text } = this;
    const start = this.at;
    for (let i = start + 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 0x22) {
        this.at = i + 1;
        return text.slice(start + 1, i);
      }
      if (code === 0x5c) return this.escapedString(start, i);
      if (code < 0x20) break;
    }
    throw new Unreadable();
  }

  /** A string with a backslash, the first at `i`. */
  private escapedString(start: number, i: number): string {
    const { text } = this;
    while (i < text.length && text.charCodeAt(i) !== 0x22) i += text.charCodeAt(i) === 0x5c ? 2 : 1;
    this.at = i + 1;
    try {
      return JSON.parse(text.slice(start, i + 1)) as string;
    } catch {
      throw new Unreadable();
    }
  }

  private number(): LosslessNumber {
    number.lastIndex = this.at;
    const [value] = number.exec(this.text) ?? [];
    if (value === undefined) throw new Unreadable();
    this.at += value.length;
    return new LosslessNumber(value);
  }

  private word<T>(word: string, value: T): T {
    if (!this.text.startsWith(word, this.at)) throw new Unreadable();
    this.at += word.length;
    return value;
  }

  private expect(code: number): void {
    if (this.text.charCodeAt(this.at) !== code) throw new Unreadable();
    this.at++;
  }

  private skipSpace(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.at++;
    }
  }
}
