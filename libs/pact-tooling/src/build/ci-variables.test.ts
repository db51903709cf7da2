import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { namesKnownCi } from './ci-variables.ts';

const services = fileURLToPath(new URL('services/', import.meta.resolve('env-ci')));

/** The code by which a service is known; undefined for git, which is none. */
function detection(file: string): string | undefined {
  return /\bdetect\([^)]*\) \{(.*?)\n {2}\},/s.exec(readFileSync(`${services}${file}`, 'utf8'))?.[1];
}

it('One of the variables by which env-ci knows a service is enough', () => {
  const all = readdirSync(services).filter((file) => file !== 'git.js');
  expect(all.length).toBeGreaterThan(30);
  for (const file of all) {
    const names = [...(detection(file) ?? '').matchAll(/\benv\.(\w+)/g)].map(([, name]) => name ?? '');
    expect([file, names.map((name) => namesKnownCi({ [name]: 'x' }))]).toEqual([file, names.map(() => true)]);
    expect([file, names.length > 0]).toEqual([file, true]);
  }
});

it('Other variables name none, nor do empty ones', () => {
  expect(namesKnownCi({ PATH: '/bin', CI: '', CI_COMMIT_SHA: 'a' })).toBe(false);
});
