import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import {
  Extractor,
  ExtractorConfig,
  type ExtractorLogLevel,
  type IConfigFile,
} from '@microsoft/api-extractor';
import type ts from 'typescript';
import { publicDeclarations } from './declarations.ts';
import { workspaceRoot, type Library } from './workspace.ts';

/** The committed file with a library's report. */
export function reportFile({ folder }: Library): string {
  return join(folder, `${basename(folder)}.api.md`);
}

/**
 * The declarations of a library's public API in one text, sorted, with those that they refer to: a change of the API
 * is a change of this text.
 * @throws Error if API Extractor can't read the declarations
 */
export function apiReport(program: ts.Program, library: Library): string {
  const folder = mkdtempSync(join(tmpdir(), 'api-report-'));
  try {
    for (const [path, text] of publicDeclarations(program, library).texts) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const packageJson = join(folder, 'package.json');
    writeFileSync(packageJson, JSON.stringify({ name: library.name, version: '0.0.0', type: 'module' }));
    const configObject = configuration(folder, `libs/${basename(library.folder)}/src/index.d.ts`);
    const configObjectFullPath = undefined;
    const config = ExtractorConfig.prepare({
      configObject,
      configObjectFullPath,
      packageJsonFullPath: packageJson,
    });
    const problems: string[] = [];
    const { succeeded } = Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        message.handled = true;
        if (String(message.logLevel) === 'error') problems.push(message.formatMessageWithLocation(folder));
      },
    });
    if (!succeeded) throw new Error(`API Extractor can't read ${library.name}: ${problems.join('; ')}`);
    return readFileSync(config.reportFilePath, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function configuration(folder: string, entry: string): IConfigFile {
  const compilerOptions = {
    target: 'es2024',
    lib: ['es2024', 'esnext.disposable'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    typeRoots: [join(workspaceRoot, 'node_modules/@types')],
    types: ['node'],
    strict: true,
    paths: { '@pact-workshop/*': [join(folder, 'libs/*/src/index.d.ts')] },
  };
  const silent = { default: { logLevel: 'none' as ExtractorLogLevel.None } };
  return {
    projectFolder: folder,
    mainEntryPointFilePath: join(folder, entry),
    newlineKind: 'lf',
    compiler: { overrideTsconfig: { compilerOptions, files: [entry] } },
    apiReport: {
      enabled: true,
      reportFolder: folder,
      reportTempFolder: folder,
      reportFileName: 'report',
      includeForgottenExports: true,
    },
    docModel: { enabled: false },
    dtsRollup: { enabled: false },
    tsdocMetadata: { enabled: false },
    // Comments are checked by TypeDoc.
    messages: { extractorMessageReporting: silent, tsdocMessageReporting: silent },
  };
}
