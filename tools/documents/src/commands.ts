import type { Tokens } from 'marked';
import { blocksOf, type Block } from './blocks.ts';
import { partsOf } from './markdown.ts';
import { commandsOf } from './shell-words.ts';

/** A command that a document names. */
export interface NamedCommand {
  /** From 1: the line of the block or of the words in the text. */
  readonly line: number;
  readonly words: readonly string[];
}

/** The commands that a document names: in blocks of shell code, and between backquotes, also in a drawing. */
export function commandsIn(markdown: string): NamedCommand[] {
  const inText = partsOf(markdown).flatMap(({ token, line }) =>
    token.type === 'codespan' ? [{ line, text: (token as Tokens.Codespan).text }] : [],
  );
  const inBlocks = blocksOf(markdown).flatMap((block) => {
    const shell = shellOf(block);
    const quoted =
      block.language === '' ? [...block.text.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text) : [];
    return (shell === undefined ? quoted : [shell]).map((text) => ({ line: block.line, text }));
  });
  return [...inText, ...inBlocks].flatMap(({ line, text }) =>
    commandsOf(text).map((words) => ({ line, words })),
  );
}

const shells = new Set(['bash', 'sh', 'shell']);
/** What a command line of these documents begins with, where the fence does not name a language. */
const programs =
  /^(?:[A-Z_]+=\S* )*(?:bash|cd|curl|docker|embedded-broker|export|git|kubectl|make|node|npm|npx|pact-tooling)\b/;

/**
 * The shell text of a block; undefined for a block in another language and for output. Of `console`, the commands behind
 * `$`; without a language, a block whose every line is a command.
 */
export function shellOf({ language, text }: Block): string | undefined {
  if (shells.has(language)) return text;
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (language === 'console')
    return lines.flatMap((line) => (line.startsWith('$ ') ? [line.slice(2)] : [])).join('\n');
  return language === '' && lines.every((line) => programs.test(line)) ? text : undefined;
}
