import type { TestModule } from '../detect/modules.ts';
import type { Runner } from '../options.ts';

/** A literal in single quotes. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n')}'`;

/** A line that imports names from a module, or asks for them by `require`. */
export function importLine({ isEsModule }: TestModule, names: string, from: string): string {
  if (isEsModule) return `import ${names} from ${quoted(from)};`;
  return `const ${names.replaceAll(' as ', ': ')} = require(${quoted(from)});`;
}

/** The lines that give a test `test`, and `expect` or `assert`. */
export function runnerImports(runner: Runner, module: TestModule, hasGlobalTypes: boolean): string[] {
  if (runner === 'node')
    return [importLine(module, 'assert', 'node:assert/strict'), importLine(module, '{ test }', 'node:test')];
  if (runner === 'vitest') return [importLine(module, '{ expect, test }', 'vitest')];
  return module.isTypeScript && !hasGlobalTypes
    ? [importLine(module, '{ expect, test }', '@jest/globals')]
    : [];
}

/** The line that asserts something about a value. */
export const asserts = (runner: Runner, value: string): string =>
  runner === 'node' ? `assert.ok(${value});` : `expect(${value}).toBeTruthy();`;

/** The end of a test that may take a minute. */
export const endOfTest = (runner: Runner): string => (runner === 'node' ? '});' : '}, 60_000);');

/** The lines with spaces in front. */
export const indented = (spaces: number, lines: readonly string[]): string[] =>
  lines.map((line) => (line === '' ? '' : ' '.repeat(spaces) + line));
