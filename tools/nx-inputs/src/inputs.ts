import { minimatch } from 'minimatch';

/** A project of the workspace, as its `package.json` describes it. */
export interface Project {
  readonly name: string;
  /** Its folder, relative to the workspace, with `/`. */
  readonly root: string;
  /** Names of the packages it depends on. */
  readonly dependencies: readonly string[];
  /** The inputs of its target `test`, where it declares its own. */
  readonly testInputs: readonly Input[] | undefined;
}

/** A glob of files, the name of other inputs, or a variable of the environment. */
export type Input = string | { readonly env: string };

/** The part of `nx.json` that says what a target depends on. */
export interface NxConfiguration {
  readonly namedInputs: Readonly<Record<string, readonly Input[]>>;
  readonly targetDefaults: Readonly<Record<string, { readonly inputs?: readonly Input[] }>>;
}

/**
 * The files on which a project's target `test` depends, as globs relative to the workspace.
 * Source: https://nx.dev/reference/inputs (named inputs, `^` for dependencies, `{projectRoot}`, `{workspaceRoot}`).
 * @throws Error for an input that is none of these: what it covers would not be known
 */
export function testInputs(project: Project, projects: readonly Project[], nx: NxConfiguration): string[] {
  const inputs = project.testInputs ?? nx.targetDefaults['test']?.inputs ?? ['default', '^default'];
  return inputs.flatMap((input) =>
    typeof input === 'string' && input.startsWith('^')
      ? dependenciesOf(project, projects).flatMap((other) => globs(input.slice(1), other, nx))
      : globs(input, project, nx),
  );
}

/** Whether the globs name a file, or files in a folder. Files that begin with a dot count, as they do for Nx. */
export function isInput(path: string, inputs: readonly string[]): boolean {
  return inputs.some((glob) => minimatch(path, glob, { dot: true }) || glob.startsWith(`${path}/`));
}

function globs(input: Input, project: Project, nx: NxConfiguration): string[] {
  if (typeof input !== 'string') {
    // A variable covers no files.
    if ('env' in input) return [];
    throw new Error(`${project.name}: the input ${JSON.stringify(input)} is not known here`);
  }
  const named = nx.namedInputs[input];
  if (named) return named.flatMap((one) => globs(one, project, nx));
  const glob = input.replace('{projectRoot}', project.root).replace('{workspaceRoot}/', '');
  if (glob === input)
    throw new Error(`${project.name}: the input "${input}" is not a named one and not a glob`);
  return [glob];
}

/** All that a project depends on, also by way of others. */
function dependenciesOf(project: Project, projects: readonly Project[]): Project[] {
  const found = new Set<Project>();
  const add = ({ dependencies }: Project): void => {
    for (const other of projects) {
      if (!dependencies.includes(other.name) || found.has(other)) continue;
      found.add(other);
      add(other);
    }
  };
  add(project);
  return [...found];
}
