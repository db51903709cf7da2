import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from '@jest/globals';
import * as library from './index.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const read = (path: string) => readFileSync(at(path), 'utf8');

/** All files below a folder with an ending, from this file's folder on. */
const filesIn = (folder: string, ending: string) =>
  readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`);

const withoutImports = (source: string) => source.replace(/^(import|export) [^;]*? from '[^']*';$/gms, '');

/** The sources of the library, and of the packages whose errors it exports. */
const folders = ['.', '../../broker-client/src', '../../broker-mirror/src'];
const files = folders.flatMap((folder) => filesIn(folder, '.ts'));
const tests = files.filter((name) => name.endsWith('.test.ts') && name !== './index.test.ts');
const expectations = tests.map((name) => withoutImports(read(name))).join('\n');
const sources = files
  .filter((name) => !name.endsWith('.test.ts'))
  .map((name) => read(name))
  .join('\n');

const errors = Object.entries(library)
  .filter(([, value]) => typeof value === 'function' && value.prototype instanceof library.PactToolingError)
  .map(([name]) => name);
const documents = ['../README.md', '../../../README.md', ...filesIn('../../../docs', '.md')];

describe('An error of the library', () => {
  test('is exported, so that callers can distinguish it from others', () => {
    const made = [...sources.matchAll(/^export class (\w+) extends \w*Error\b/gm)].map(([, name]) => name);
    expect([...errors, 'PactToolingError'].sort()).toEqual(made.sort());
    expect(errors.length).toBeGreaterThan(20);
  });

  it.each(errors)('%s is thrown by the library, and expected by a test', (name) => {
    expect(sources).toMatch(new RegExp(`new ${name}\\(|extends ${name}\\b`));
    expect(expectations).toMatch(new RegExp(`\\b${name}\\b`));
  });

  it.each(documents)('that %s names is one of the library', (document) => {
    const named = [...read(document).matchAll(/`(\w+Error)`/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !errors.includes(name))).toEqual([]);
  });

  it.each(documents)('whose message %s quotes is expected by a test with these words', (document) => {
    const quoted = [...read(document).matchAll(/"((?:cannot|can't|there is no|no) [^"]+)"/gi)];
    const missing = quoted
      .map(([, message = '']) => message.toLowerCase())
      .filter((message) => !expectations.toLowerCase().includes(message));
    expect(missing).toEqual([]);
  });

  test('that can end a verification is in its README', () => {
    const own = [...read('./verify/errors.ts').matchAll(/^export class (\w+)/gm)].map(([, name]) => name);
    const readme = read('../README.md');
    expect(own.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
