/**
 * How many of something, in words: `1 contract`, `2 contracts`.
 * @param noun for one of them
 * @param plural where it is not the noun with an s
 */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** That some of what could be shown is not: `1 more contract is left out`. */
export function leftOut(count: number, noun: string): string {
  return `${counted(count, `more ${noun}`)} ${count === 1 ? 'is' : 'are'} left out`;
}
