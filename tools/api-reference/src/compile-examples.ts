import { join } from 'node:path';
import ts from 'typescript';
import { workspaceRoot } from './workspace.ts';

/** An example, as a module of its own. */
export interface Example {
  /** A name for messages, usable as a file's. */
  readonly name: string;
  readonly code: string;
}

/** A folder that is not there. Packages are resolved from it as from a folder of the workspace. */
const folder = join(workspaceRoot, 'tools/api-reference/examples');

/**
 * Compiles examples with the strict options of the workspace, all in one program.
 * @param libraries the program of the libraries: its options and its sources are used again
 * @returns what is wrong with them: a line for each error, with the example's name and the line in it
 */
export function compileExamples(libraries: ts.Program, examples: readonly Example[]): string[] {
  const codes = new Map(examples.map(({ name, code }) => [join(folder, `${name}.ts`), code]));
  const options = libraries.getCompilerOptions();
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram({
    rootNames: [...codes.keys()],
    options,
    oldProgram: libraries,
    host: {
      ...host,
      fileExists: (path) => codes.has(path) || host.fileExists(path),
      readFile: (path) => codes.get(path) ?? host.readFile(path),
      getSourceFile: (path, language, ...rest) => {
        const code = codes.get(path);
        if (code === undefined) return host.getSourceFile(path, language, ...rest);
        return ts.createSourceFile(path, code, language);
      },
    },
  });
  return [...codes.keys()]
    .map((path) => program.getSourceFile(path))
    .flatMap((source) => [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ])
    .map(described);
}

function described({ file, start = 0, messageText }: ts.Diagnostic): string {
  const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
  const name = file?.fileName.slice(folder.length + 1, -'.ts'.length) ?? '';
  return `${name}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
