import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { workspaceRoot } from './workspace.ts';

/** The strictest reader of declarations: it checks those of packages, too. */
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  noEmit: true,
};

/**
 * Compiles the module of a consumer who has installed nothing but `@types/node` and packages with these declarations.
 * @param declarations texts of declaration files, by their path from the workspace
 * @returns the errors, a line each
 */
export function compileConsumer(code: string, declarations: ReadonlyMap<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'consumer-'));
  try {
    install(folder, declarations);
    const main = join(folder, 'main.mts');
    writeFileSync(main, code);
    return ts.getPreEmitDiagnostics(ts.createProgram([main], options)).map((diagnostic) => {
      const file = diagnostic.file ? relative(folder, diagnostic.file.fileName) : '';
      return `${file}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function install(folder: string, declarations: ReadonlyMap<string, string>): void {
  const packages = join(folder, 'node_modules');
  for (const [path, text] of declarations) {
    const [, short = '', ...rest] = path.split('/');
    const root = join(packages, '@pact-workshop', short);
    const file = join(root, ...rest);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    writeFileSync(
      join(root, 'package.json'),
      JSON.stringify({ type: 'module', exports: './src/index.d.ts' }),
    );
  }
  mkdirSync(join(packages, '@types'));
  symlinkSync(join(workspaceRoot, 'node_modules/@types/node'), join(packages, '@types/node'));
}
