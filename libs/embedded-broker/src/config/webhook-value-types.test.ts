import { describe, expect, it } from '@jest/globals';
import { hostEntries, methods, schemes, statusCodes } from './webhook-value-types.ts';

describe('A list about webhooks', () => {
  it.each([
    ...['ci', 'CI.example.org', 'my_ci', 'ci-1.example', 'ci.example.org.', '*.example.org'],
    ...['10.0.0.1', '10.0.0.0/8', '0.0.0.0/0', '10.0.0.0/32', '::1', '[::1]', 'fd00::/8', '::/128'],
    ...['/^ci\\./', '/a|b/', '/foo/bar/'],
  ])('may have the host %s', (entry) => expect(hostEntries.read(entry)).toEqual([entry]));

  it.each([
    ...['10.0.0.0/', '::/', '10.0.0.0/33', '::/129', '10.0.0.0/8/8', '10.0.0.0/-1', '10.0.0.0/x', '[::1]/8'],
    ...['10.0.0/8', '10.0.0.256', '10.0.0', '1'],
    ...[
      'https://ci',
      'ci:80',
      'ci/build',
      'ci,other',
      '"ci"',
      '*',
      '*.',
      '*.*.ci',
      'a.*.ci',
      '.ci',
      'ci..',
      'bücher',
    ],
    ...['/(/', '//', '/'],
  ])('may not have the host %s, and says so', (entry) => {
    expect(hostEntries.read(`ci ${entry}`)).toBeUndefined();
    expect(hostEntries.wrongParts?.(['ci', entry, '10.0.0.1'])).toEqual([entry]);
  });

  it('has schemes, methods and status codes that there are', () => {
    expect(schemes.read('HTTP https')).toEqual(['HTTP', 'https']);
    expect(['ftp', 'http:', 'http,https'].map(schemes.read)).toEqual([undefined, undefined, undefined]);
    expect(methods.read('post PUT')).toEqual(['post', 'PUT']);
    expect(['POSTS', 'POST,PUT'].map(methods.read)).toEqual([undefined, undefined]);
    expect(statusCodes.read('100 599')).toEqual([100, 599]);
    expect(['99', '600', '2000', '2xx', '-200'].map(statusCodes.read)).toEqual(Array(5).fill(undefined));
  });
});
