import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPublicAddress } from './public-address.ts';

const ones = (start: string) => `${start}${':ffff'.repeat(8 - start.split(':').length)}`;

describe('An address', () => {
  it.each([
    ['0.0.0.0', '0.255.255.255'],
    ['10.0.0.0', '10.255.255.255'],
    ['100.64.0.0', '100.127.255.255'],
    ['127.0.0.0', '127.255.255.255'],
    ['169.254.0.0', '169.254.255.255'],
    ['172.16.0.0', '172.31.255.255'],
    ['192.0.0.0', '192.0.0.255'],
    ['192.0.2.0', '192.0.2.255'],
    ['192.88.99.0', '192.88.99.255'],
    ['192.168.0.0', '192.168.255.255'],
    ['198.18.0.0', '198.19.255.255'],
    ['198.51.100.0', '198.51.100.255'],
    ['203.0.113.0', '203.0.113.255'],
    ['224.0.0.0', '255.255.255.255'],
    ['::', ones('1fff')],
    ['2001::', ones('2001:1ff')],
    ['2001:db8::', ones('2001:db8')],
    ['2002::', ones('2002')],
    ['3fff::', ones('3fff:fff')],
    ['4000::', ones('ffff')],
  ])('from %s to %s is not public', (first, last) => {
    expect([first, last].filter(isPublicAddress)).toEqual([]);
  });

  it.each([
    '169.254.169.254',
    '::1',
    '::ffff:127.0.0.1',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'ff02::1',
    'not an address',
    '',
  ])('like %j is not public', (address) => expect(isPublicAddress(address)).toBe(false));

  it('is not public as IPv4 within IPv6, whichever it is', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => !isPublicAddress(`::ffff:${address}`)));
  });

  it.each([
    ['1.0.0.0', '9.255.255.255'],
    ['11.0.0.0', '100.63.255.255'],
    ['100.128.0.0', '126.255.255.255'],
    ['128.0.0.0', '169.253.255.255'],
    ['169.255.0.0', '172.15.255.255'],
    ['172.32.0.0', '191.255.255.255'],
    ['192.0.1.0', '192.0.1.255'],
    ['192.0.3.0', '192.88.98.255'],
    ['192.88.100.0', '192.167.255.255'],
    ['192.169.0.0', '198.17.255.255'],
    ['198.20.0.0', '198.51.99.255'],
    ['198.51.101.0', '203.0.112.255'],
    ['203.0.114.0', '223.255.255.255'],
    ['2000::', ones('2000')],
    ['2001:200::', ones('2001:db7')],
    ['2001:db9::', ones('2001')],
    ['2003::', ones('3ffe')],
  ])('from %s to %s is public', (first, last) => {
    expect([first, last].filter((address) => !isPublicAddress(address))).toEqual([]);
  });
});
