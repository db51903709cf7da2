import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInput, testInputs } from './inputs.ts';
import { nxConfiguration, projects, workspaceRoot } from './workspace.ts';

/**
 * A setup file for Jest: a test that reads a file of the workspace which is not an input of its target fails. Nx would
 * otherwise replay the test's old result after that file changed. What other processes read is not seen.
 */
const reading = {
  'node:fs': ['readFileSync', 'readFile', 'readdirSync', 'readdir', 'openSync', 'open', 'createReadStream'],
  'node:fs/promises': ['readFile', 'readdir', 'open'],
} as const;

/** Folders that hold no sources, and what compilers look for in every folder above a source. */
const unchecked = /(?:^|\/)(?:(?:node_modules|\.git|\.nx)(?:\/|$)|(?:package|tsconfig)\.json$)/;

/** A worker of Jest runs many test files, and has one `node:fs` for all: it is prepared once. */
const prepared = Symbol.for('@pact-workshop/nx-inputs');

if (!Object.hasOwn(process.getBuiltinModule('node:fs'), prepared)) checkReads();

function checkReads(): void {
  const folder = relative(workspaceRoot, process.cwd());
  const all = projects();
  const project = all.find(({ root }) => root === folder);
  if (!project) throw new Error(`${process.cwd()} is not a project of this workspace`);
  const inputs = testInputs(project, all, nxConfiguration());
  const check = (file: unknown): void => {
    if (typeof file !== 'string' && !(file instanceof URL)) return;
    const path = relative(workspaceRoot, resolve(typeof file === 'string' ? file : fileURLToPath(file)));
    if (path === '' || path.startsWith('..') || unchecked.test(path) || isInput(path, inputs)) return;
    throw new Error(
      `${path} is read, but is not an input of ${project.name}:test. Add "{workspaceRoot}/${path}" to the inputs in ` +
        `${folder}/package.json, so that Nx runs the tests again when it changes.`,
    );
  };
  for (const [name, functions] of Object.entries(reading)) {
    const module = process.getBuiltinModule(name) as Record<string, unknown>;
    for (const key of functions) {
      const original = module[key] as (...given: unknown[]) => unknown;
      const checked = function (this: unknown, ...given: unknown[]): unknown {
        check(given[0]);
        return original.apply(this, given);
      };
      module[key] = Object.assign(checked, original);
    }
    Object.defineProperty(module, prepared, { value: true });
  }
}
