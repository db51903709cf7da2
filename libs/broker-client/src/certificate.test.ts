import { getCACertificates } from 'node:tls';
import { expect, test } from '@jest/globals';
import { trustedWith } from './index.ts';

test('A given certificate is trusted in addition to those that Node trusts', () => {
  const ofNode = getCACertificates();
  expect(ofNode.length).toBeGreaterThan(0);
  expect(trustedWith('a certificate')).toEqual([...ofNode, 'a certificate']);
});
