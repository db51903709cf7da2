import { join } from 'node:path';
import ts from 'typescript';
import { workspaceRoot } from './workspace.ts';

/**
 * The sources of the libraries, with the strict options of the workspace. It can write declarations.
 * @throws Error if the configuration can't be read
 */
export function libraryProgram(): ts.Program {
  const path = join(workspaceRoot, 'tools/api-reference/tsconfig.libraries.json');
  const host: ts.ParseConfigFileHost = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse };
  const parsed = ts.getParsedCommandLineOfConfigFile(path, {}, host);
  if (!parsed) throw new Error(`${path} can't be read`);
  parsed.errors.forEach(refuse);
  return ts.createProgram(parsed.fileNames, parsed.options);
}

function refuse({ messageText }: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(messageText, ' '));
}
