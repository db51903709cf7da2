import { spawnSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';
import { blocksOf, type Block } from './blocks.ts';
import { shellOf } from './commands.ts';

/** Languages whose blocks are looked at here, and those in which a block may be written besides. */
const checks: Readonly<Record<string, (text: string) => string | undefined>> = {
  json: (text) => problemOf(() => JSON.parse(text) as unknown),
  yaml: (text) => parseAllDocuments(text).flatMap(({ errors }) => errors.map(({ message }) => message))[0],
};
const others = new Set(['', 'ts']);

/**
 * The blocks of a document that can't be parsed, each as `line: problem`: JSON, YAML and shell code. A block in a language
 * that nobody checks is one of them.
 */
export function unparsable(markdown: string): string[] {
  return blocksOf(markdown).flatMap((block) => {
    const problem = problemWith(block);
    return problem === undefined ? [] : [`${block.line}: ${problem}`];
  });
}

function problemWith(block: Block): string | undefined {
  const shell = shellOf(block);
  if (shell !== undefined) return problemOfShell(shell);
  const check = checks[block.language];
  if (check) return check(block.text);
  return others.has(block.language) ? undefined : `nobody checks blocks of "${block.language}"`;
}

function problemOfShell(text: string): string | undefined {
  const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
  return status === 0 ? undefined : stderr.trim();
}

function problemOf(parse: () => unknown): string | undefined {
  try {
    parse();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
