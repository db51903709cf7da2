import ts from 'typescript';
import type { Library } from './workspace.ts';

/** A function of a library's public API. */
export interface PublicFunction {
  readonly name: string;
  /** The code blocks of its `@example` tags. */
  readonly examples: readonly string[];
}

/**
 * The functions that a library exports, with their examples, wherever they are declared.
 * @throws Error if the program does not have it
 */
export function publicFunctions(program: ts.Program, { name, entry }: Library): PublicFunction[] {
  const checker = program.getTypeChecker();
  const index = program.getSourceFile(entry);
  const module = index && checker.getSymbolAtLocation(index);
  if (!module) throw new Error(`${name} has no index`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .filter(({ flags }) => flags & ts.SymbolFlags.Function)
    .map((symbol) => ({ name: symbol.name, examples: examplesOf(symbol) }));
}

function examplesOf({ declarations = [] }: ts.Symbol): string[] {
  return declarations
    .flatMap((declaration) => ts.getJSDocTags(declaration))
    .filter(({ tagName }) => tagName.text === 'example')
    .flatMap(({ comment }) => codeBlocks(ts.getTextOfJSDocComment(comment) ?? ''));
}

function codeBlocks(text: string): string[] {
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code);
}
