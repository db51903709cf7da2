import { join, relative, sep } from 'node:path';
import ts from 'typescript';
import { top } from './public-packages.ts';

/** A compiled file. */
export interface Compiled {
  /** From `libs/`, such as `broker-client/src/hal.d.ts`. */
  readonly path: string;
  readonly text: string;
}

/**
 * Compiles libraries with the project's settings.
 * @param entries files from `libs/`; what they import of their library is compiled as well, so no test is
 * @param emit `declarations`: only types
 * @throws Error with TypeScript's messages
 */
export function compile(entries: readonly string[], emit: 'everything' | 'declarations'): Compiled[] {
  const libs = join(top, 'libs');
  const options: ts.CompilerOptions = {
    ...baseOptions(),
    noEmit: false,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    emitDeclarationOnly: emit === 'declarations',
    sourceMap: true,
    inlineSources: true,
    rootDir: libs,
    outDir: libs,
  };
  const program = ts.createProgram(
    entries.map((entry) => join(libs, entry)),
    options,
  );
  const compiled: Compiled[] = [];
  const { diagnostics } = program.emit(undefined, (path, text) =>
    compiled.push({ path: relative(libs, path).replaceAll(sep, '/'), text: withJsImports(text) }),
  );
  refuse([...ts.getPreEmitDiagnostics(program), ...diagnostics]);
  return compiled;
}

/** TypeScript rewrites imports of `./x.ts` in code, but not in declarations. */
const withJsImports = (text: string) =>
  text.replace(/(?<=(?:from |import\()(['"])\.{1,2}\/[^'"]+)\.ts(?=\1)/g, '.js');

function baseOptions(): ts.CompilerOptions {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (error: ts.Diagnostic) => refuse([error]) };
  const parsed = ts.getParsedCommandLineOfConfigFile(join(top, 'tsconfig.base.json'), {}, host);
  return parsed?.options ?? {};
}

function refuse(diagnostics: readonly ts.Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const host = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: () => top,
    getNewLine: () => '\n',
  };
  throw new Error(ts.formatDiagnostics(diagnostics, host));
}
