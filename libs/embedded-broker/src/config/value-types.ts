/** How the value of a setting is read: from text, as variables and options have it, or from YAML. */
export interface ValueType<T> {
  /** What is accepted, in words, for errors and the documents. */
  readonly accepts: string;
  /** @returns the value, or undefined when it is not one */
  readonly read: (given: unknown) => T | undefined;
  /** Of several parts, those that are wrong, for errors. */
  readonly wrongParts?: (given: unknown) => readonly unknown[];
  /** A key of a file without a value is given, as null; else it counts as not set. */
  readonly takesNull?: true;
}

/** Any text, spaces included; numbers and flags of YAML count as the text they are written as. */
export const text: ValueType<string> = {
  accepts: 'text',
  read: (given) => (['string', 'number', 'boolean'].includes(typeof given) ? String(given) : undefined),
};

const scalar = (given: unknown): string | undefined => text.read(given)?.trim();

export const flag: ValueType<boolean> = {
  accepts: '`true` or `false`',
  read: (given) => {
    const word = scalar(given)?.toLowerCase() ?? '';
    if (['true', 'yes', 'y', 't', 'on', '1'].includes(word)) return true;
    return ['false', 'no', 'n', 'f', 'off', '0'].includes(word) ? false : undefined;
  },
};

/** A whole number from `min` to `max`, both included. */
export function integer(min: number, max = Number.MAX_SAFE_INTEGER): ValueType<number> {
  return {
    accepts:
      max === Number.MAX_SAFE_INTEGER
        ? `a whole number from ${min} upwards`
        : `a whole number from ${min} to ${max}`,
    read: (given) => {
      const word = scalar(given) ?? '';
      const number = Number(word);
      return /^\d+$/.test(word) && number >= min && number <= max ? number : undefined;
    },
  };
}

/** One of a few words, in any case. */
export function oneOf<const Word extends string>(...words: readonly Word[]): ValueType<Word> {
  return {
    accepts: words.map((word) => `\`${word}\``).join(', '),
    read: (given) => words.find((word) => word === scalar(given)?.toLowerCase()),
  };
}

/** Words between spaces, or a list in YAML. */
export const words: ValueType<readonly string[]> = {
  accepts: 'words, separated by spaces',
  read: (given) => {
    const parts = Array.isArray(given) ? given.map(scalar) : [scalar(given)];
    return parts.includes(undefined)
      ? undefined
      : parts.flatMap((part = '') => part.split(/\s+/)).filter((word) => word !== '');
  },
};

/**
 * Words that each stand for something.
 * @param readWord gives undefined for a word that does not
 */
export function listOf<T extends string | number>(
  accepts: string,
  readWord: (word: string) => T | undefined,
): ValueType<readonly T[]> {
  return {
    accepts,
    read: (given) => {
      const list = words.read(given)?.map(readWord);
      return list?.every((value) => value !== undefined) ? list : undefined;
    },
    wrongParts: (given) => (words.read(given) ?? []).filter((word) => readWord(word) === undefined),
  };
}

export const integers: ValueType<readonly number[]> = listOf('whole numbers, separated by spaces', (word) =>
  /^\d+$/.test(word) ? Number(word) : undefined,
);

/** Public addresses; trailing slashes are dropped. */
export const httpUrls: ValueType<readonly string[]> = listOf(
  'http(s) URLs without credentials, separated by spaces',
  (word) => {
    const url = word.replace(/\/+$/, '');
    return /^https?:\/\/[^/]/.test(url) && URL.canParse(url) && !url.includes('@') ? url : undefined;
  },
);
