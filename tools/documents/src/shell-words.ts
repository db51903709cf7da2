/**
 * The commands of a shell text, each as its words: enough of the shell's grammar for what documents show. Quotes are
 * taken off, comments and redirections are left out, and a word in brackets (`[--port 9292]`) counts without them.
 */
export function commandsOf(text: string): string[][] {
  return text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .flatMap((line) => split(tokensOf(line)))
    .filter((words) => words.length > 0);
}

const token = /\s+|#.*$|&&|\|\||[;|&()]|[<>]+\S*|(?:'[^']*'|"[^"]*"|\\.|\$\([^)]*\)|[^\s;|&()<>'"\\])+|./g;
const separators = new Set(['&&', '||', ';', '|', '&', '(', ')']);

function tokensOf(line: string): string[] {
  return [...line.matchAll(token)].map(([found]) => found).filter((found) => !/^(?:\s|#)/.test(found));
}

function split(tokens: readonly string[]): string[][] {
  const commands: string[][] = [[]];
  for (const found of tokens) {
    if (separators.has(found)) commands.push([]);
    else if (!/^[<>]/.test(found)) commands.at(-1)?.push(bare(found));
  }
  return commands;
}

const bare = (word: string): string =>
  word
    .replace(/'([^']*)'|"([^"]*)"/g, '$1$2')
    .replace(/^\[(.*)$/, '$1')
    .replace(/^([^[]*)\]$/, '$1');
