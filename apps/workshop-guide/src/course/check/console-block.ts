import { marked, type Token, type Tokens } from 'marked';

/** A command with its output, as a lesson's text shows it. */
export interface ShownRun {
  readonly command: string;
  readonly lines: readonly string[];
}

/** A block of console output in a text. */
export interface ConsoleBlock {
  /** The state of the lesson: the second word after the fence, `solution` by default. */
  readonly stage: string;
  readonly runs: readonly ShownRun[];
}

/**
 * Reads the blocks fenced as `console`. A line that begins with `$ ` is a command, the lines below it are its output.
 * @throws Error when a block does not begin with a command
 */
export function consoleBlocks(markdown: string): ConsoleBlock[] {
  const blocks: ConsoleBlock[] = [];
  void marked.walkTokens(marked.lexer(markdown), (token: Token) => {
    if (token.type !== 'code') return;
    const { lang = '', text } = token as Tokens.Code;
    const [language, stage = 'solution'] = lang.split(/\s+/);
    if (language === 'console') blocks.push({ stage, runs: runsIn(text) });
  });
  return blocks;
}

function runsIn(text: string): ShownRun[] {
  const runs: { command: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('$ ')) runs.push({ command: line.slice(2).trim(), lines: [] });
    else if (runs.length > 0) runs.at(-1)?.lines.push(line);
    else throw new Error(`A console block begins with "${line}" instead of a command like "$ make unit".`);
  }
  return runs;
}
