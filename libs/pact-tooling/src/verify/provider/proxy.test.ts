import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { VerificationOptionsError } from '../errors.ts';
import { refuseUnusableProxy } from './proxy.ts';

const oldNode = new Set<string>();
const newNode = new Set(['--use-env-proxy']);
let before: NodeJS.ProcessEnv;
beforeEach(() => {
  before = process.env;
  process.env = { http_proxy: 'http://proxy.example:3128', no_proxy: 'inside.example' };
});
afterEach(() => {
  process.env = before;
});

it('A proxy that Node can’t use is refused, not left out', () => {
  expect(() => refuseUnusableProxy('http://provider.example/api', oldNode)).toThrow(VerificationOptionsError);
  expect(() => refuseUnusableProxy('http://provider.example/api', oldNode)).toThrow(
    /names a proxy for provider\.example, .* or add provider\.example to NO_PROXY/,
  );
});

it.each([
  ['this Node can', 'http://provider.example', newNode],
  ['it does not apply to the provider', 'http://inside.example', oldNode],
  ['the provider is on this machine', 'http://127.0.0.1:8080', oldNode],
  ['there is none for the protocol', 'https://provider.example', oldNode],
])('A proxy is not refused where %s', (_, url, flags) => {
  expect(() => refuseUnusableProxy(url, flags)).not.toThrow();
});
