import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a command line program knows, as its own help lists it. */
export interface Program {
  /** Options that stand before a command, or of a program without commands. */
  readonly options: ReadonlySet<string>;
  readonly commands: ReadonlyMap<string, { readonly options: ReadonlySet<string> }>;
}

/**
 * Asks a program and each of its commands for help.
 * @param bin the program's JavaScript file
 */
export async function askProgram(bin: string): Promise<Program> {
  const help = await helpOf(bin, []);
  const names = commandsIn(help);
  const commands = await Promise.all(
    names.map(async (name) => [name, { options: optionsIn(await helpOf(bin, [name])) }] as const),
  );
  return { options: optionsIn(help), commands: new Map(commands) };
}

/** The options that a help text lists, short and long. */
export function optionsIn(help: string): Set<string> {
  const lines = help.matchAll(/^ {2}(-\w)?(?:, )?(--[\w-]+)?/gm);
  return new Set(
    [...lines].flatMap(([, short, long]) => [short, long]).filter((option) => option !== undefined),
  );
}

/** The commands that a help text lists. */
export function commandsIn(help: string): string[] {
  const [, list = ''] = /^Commands:\n([\s\S]*)/m.exec(help) ?? [];
  return [...list.matchAll(/^ {2}([a-z][\w-]*)/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'help');
}

async function helpOf(bin: string, words: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...words, '--help']);
  return stdout;
}
