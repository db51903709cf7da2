import { posix } from 'node:path';
import { sourcesOf, type Repository } from '../repository.ts';
import type { Runner } from '../options.ts';

/** How a test is written beside a source: its path's ending, its kind of module, and how it names the source. */
export interface TestModule {
  readonly isTypeScript: boolean;
  /** Whether it has `import`, not `require`. */
  readonly isEsModule: boolean;
  /** With the dot: `.ts`, `.mjs` … */
  readonly ending: string;
  /** How the test imports the source beside it. */
  readonly specifier: string;
}

/**
 * The kind of module of a test beside a source.
 * @param file the source, or where the source would be
 */
export function testModule(repository: Repository, file: string, runner: Runner): TestModule {
  const ending = posix.extname(file).replace('x', '');
  const isTypeScript = /ts$/.test(ending);
  const text = repository.contents.get(file) ?? '';
  const isEsModule =
    isTypeScript ||
    ending === '.mjs' ||
    (ending !== '.cjs' &&
      (repository.manifest.type === 'module' || runner === 'vitest' || /^(import|export)\s/m.test(text)));
  const name = posix.basename(file, posix.extname(file));
  return {
    isTypeScript,
    isEsModule,
    ending,
    specifier: `./${name}${isTypeScript ? importEnding(repository, runner) : ending}`,
  };
}

/** How the repository's own TypeScript ends its imports. */
function importEnding(repository: Repository, runner: Runner): string {
  for (const [path, text] of sourcesOf(repository)) {
    const found = /\.tsx?$/.test(path) && /\bfrom\s+["']\.{1,2}\/[^"']*?(\.[jt]s)?["']/.exec(text);
    if (found) return found[1] ?? '';
  }
  if (runner === 'node') return '.ts';
  return repository.manifest.type === 'module' && runner === 'jest' ? '.js' : '';
}
