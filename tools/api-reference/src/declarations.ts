import { isBuiltin } from 'node:module';
import { relative } from 'node:path';
import ts from 'typescript';
import { workspaceRoot, type Library } from './workspace.ts';

/** The declarations that a library's public API consists of. */
export interface Declarations {
  /** Texts of declaration files, by their path from the workspace, such as `libs/embedded-broker/src/index.d.ts`. */
  readonly texts: ReadonlyMap<string, string>;
  /** Names of other packages whose types they use, apart from Node's. */
  readonly packages: readonly string[];
}

/**
 * Compiles the declarations of a library, from its index along all imports: a consumer's compiler reads these files.
 * @throws Error if a file can't be compiled
 */
export function publicDeclarations(program: ts.Program, { entry }: Library): Declarations {
  const texts = new Map<string, string>();
  const packages = new Set<string>();
  const visit = (path: string): void => {
    const file = relative(workspaceRoot, path).replace(/\.ts$/, '.d.ts');
    if (texts.has(file)) return;
    const text = declarationOf(program, path);
    texts.set(file, text);
    for (const name of importsOf(text).filter((one) => !isBuiltin(one))) {
      const source = sourceOf(name, path, program.getCompilerOptions());
      if (source === undefined) packages.add(name);
      else visit(source);
    }
  };
  visit(entry);
  return { texts, packages: [...packages].sort() };
}

/** The text of a source's declaration file. */
function declarationOf(program: ts.Program, path: string): string {
  let declaration: string | undefined;
  const { diagnostics } = program.emit(
    program.getSourceFile(path),
    (_name, text) => (declaration = text),
    undefined,
    true,
  );
  if (declaration !== undefined && diagnostics.length === 0) return declaration;
  const reasons = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  throw new Error(`${relative(workspaceRoot, path)} has no declarations: ${reasons.join('; ')}`);
}

function importsOf(text: string): string[] {
  const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(text);
  return [...importedFiles, ...typeReferenceDirectives].map(({ fileName }) => fileName);
}

/** The workspace's source that an import means; undefined for another package. */
function sourceOf(name: string, importer: string, options: ts.CompilerOptions): string | undefined {
  const { resolvedModule } = ts.resolveModuleName(name, importer, options, ts.sys);
  return resolvedModule?.isExternalLibraryImport ? undefined : resolvedModule?.resolvedFileName;
}
