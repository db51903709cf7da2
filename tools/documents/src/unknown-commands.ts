import { commandsIn, type NamedCommand } from './commands.ts';
import type { Program } from './programs.ts';

/** What a command of a document may name. */
export interface Known {
  /** The text of the Makefiles that a reader has. */
  readonly makefiles: string;
  /** Programs by the names that they are called by. */
  readonly programs: ReadonlyMap<string, Program>;
  /** Whether a package that is installed here has a command of this name. */
  readonly isInstalled: (name: string) => boolean;
}

/** What the commands of a document name that is not there, each as `line: words`. */
export function unknownInCommands(markdown: string, known: Known): string[] {
  return commandsIn(markdown).flatMap(({ line, words }) =>
    unknownIn(words, known).map((unknown) => `${line}: ${unknown}`),
  );
}

function unknownIn(words: NamedCommand['words'], known: Known): string[] {
  const [first, ...rest] = words;
  if (first === undefined || isOpen(first)) return [];
  if (/^\w+=/.test(first)) return unknownIn(rest, known);
  if (first === 'make') return rest.flatMap((word) => unknownToMake(word, known));
  if (first === 'npx') return unknownToNpx(rest, known);
  const program = known.programs.get(first);
  if (program) return unknownToProgram(first, program, rest, known);
  // An option alone, between backquotes, is one of our programs'.
  const everything = [...known.programs.values()].flatMap(({ options, commands }) =>
    [options, ...[...commands.values()].map((command) => command.options)].flatMap((set) => [...set]),
  );
  return isOption(first)
    ? words.filter((word) => isOption(word) && !everything.includes(optionOf(word)))
    : [];
}

function unknownToMake(word: string, { makefiles }: Known): string[] {
  const [, variable] = /^(\w+)=/.exec(word) ?? [];
  const isKnown =
    variable === undefined
      ? isOpen(word) || new RegExp(`^${word}:(?!=)`, 'm').test(makefiles)
      : new RegExp(`\\b${variable}\\b`).test(makefiles);
  return isKnown ? [] : [`make ${word}`];
}

function unknownToNpx(words: readonly string[], known: Known): string[] {
  const [name, ...rest] = words.filter((word, index) => index > 0 || !/^(?:-y|--yes|--no)$/.test(word));
  if (name === undefined || isOpen(name)) return [];
  const program = known.programs.get(name);
  if (program) return unknownToProgram(name, program, rest, known);
  return known.isInstalled(name) ? [] : [`npx ${name}`];
}

function unknownToProgram(
  name: string,
  { options, commands }: Program,
  words: readonly string[],
  known: Known,
): string[] {
  const end = words.indexOf('--');
  const own = end < 0 ? words : words.slice(0, end);
  const first = own.find((word) => commands.has(word)) ?? own.find((word) => !word.startsWith('-'));
  const command = first === undefined ? undefined : commands.get(first);
  const unknown = own
    .filter(isOption)
    .map(optionOf)
    .filter((option) => !options.has(option) && !command?.options.has(option))
    .map((option) => [name, ...(command && first ? [first] : []), option].join(' '));
  if (command === undefined && first !== undefined && !isOpen(first)) unknown.push(`${name} ${first}`);
  return [...unknown, ...(end < 0 ? [] : unknownIn(words.slice(end + 1), known))];
}

const isOption = (word: string): boolean => /^(?:--[a-z]|-[a-z]$)/.test(word);
const optionOf = (word: string): string => word.replace(/=.*$/, '');

/** Whether a reader puts a word of their own in its place: `URL`, `…`, `$VERSION`. */
const isOpen = (word: string): boolean => /^[A-Z_/-]+$|…|\$|</.test(word);
