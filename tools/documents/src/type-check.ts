import { join } from 'node:path';
import ts from 'typescript';
import { blocksOf } from './blocks.ts';

/** A document with its text. */
export interface Document {
  readonly path: string;
  readonly markdown: string;
}

/**
 * Checks the types of all blocks of TypeScript, as modules of one program, strictly and against the workspace's own
 * packages. Results are `path:line: message`.
 * @param top the folder of the repository
 */
export function typeErrors(documents: readonly Document[], top: string): string[] {
  const modules = new Map(
    documents.flatMap(({ path, markdown }) =>
      blocksOf(markdown)
        .filter(({ language }) => language === 'ts')
        .map(({ line, text, declarations }, index) => {
          // The block starts at its own line, so that a line in a message is one of the document.
          const source = `${'\n'.repeat(line - 1)}${text}\nexport {};\n${declarations}`;
          return [moduleName(top, path, index), { path, source }] as const;
        }),
    ),
  );
  const options = { ...strictOptions(top), noEmit: true, noUnusedLocals: false, noUnusedParameters: false };
  const files = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...files,
    fileExists: (name) => modules.has(name) || files.fileExists(name),
    readFile: (name) => modules.get(name)?.source ?? files.readFile(name),
    getSourceFile(name, target, ...rest) {
      const module = modules.get(name);
      return module
        ? ts.createSourceFile(name, module.source, target)
        : files.getSourceFile(name, target, ...rest);
    },
  };
  const program = ts.createProgram([...modules.keys()], options, host);
  return [...modules].flatMap(([name, { path }]) => {
    const file = program.getSourceFile(name);
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
      ({ start = 0, messageText }) =>
        `${path}:${(file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  });
}

/** A name in a folder of the workspace from which its packages are found; there is no such file. */
const moduleName = (top: string, path: string, index: number): string =>
  join(top, 'tools/documents/src', `${path.replaceAll('/', '-')}-${index}.ts`);

function strictOptions(top: string): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(top, 'tsconfig.base.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  return ts.parseJsonConfigFileContent({ ...(config as object), files: [] }, ts.sys, top).options;
}
