import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { segment, Urls } from './urls.ts';

describe('A URL', () => {
  it.each([
    ['a-b_c.d~e', 'a-b_c.d~e'],
    ['a b', 'a%20b'],
    ['a/b', 'a%2Fb'],
    ["!'()*", '%21%27%28%29%2A'],
    ['é', '%C3%A9'],
    ['', ''],
    ['\ud800', '%EF%BF%BD'],
  ])('has the name %j as %s', (name, written) => expect(segment(name)).toBe(written));

  it('has names that can end nothing, and are read as what they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const written = segment(name);
        expect(written).toMatch(/^(?:[\w.~-]|%[0-9A-F]{2})*$/);
        expect(decodeURIComponent(written)).toBe(name.toWellFormed());
      }),
    );
  });

  it.each([
    ['http://host', '/pacticipants/A'],
    ['https://host:8443/pacts', '/pacts/pacticipants/A'],
    ['https://[::1]:9292/a/b', '/a/b/pacticipants/A'],
  ])('of %s is the path %s in a page', (base, path) => {
    expect(new Urls(base).pacticipant('A')).toBe(new URL(path, base).href);
    expect(new Urls(base).paths.pacticipant('A')).toBe(path);
  });

  const urls = new Urls('');
  it('names the consumer behind the provider', () => {
    const pact = '/pacts/provider/P/consumer/C';
    expect([
      urls.pact('C', 'P', '1'),
      urls.integration('C', 'P', '/latest'),
      urls.latestPactWithTag('C', 'P', 't'),
      urls.pactVersion('C', 'P', 'sha'),
      urls.pactVersion('C', 'P', 'sha', 'm'),
      urls.verificationResults('C', 'P', 'sha', 'm'),
      urls.verificationResult('C', 'P', 'sha', 7),
      urls.integrationData('C', 'P'),
      urls.integrationDashboard('C', 'P'),
      urls.integrationMatrix('C', 'P'),
      urls.webhooksOfIntegration('C', 'P'),
    ]).toEqual([
      `${pact}/version/1`,
      `${pact}/latest`,
      `${pact}/latest/t`,
      `${pact}/pact-version/sha`,
      `${pact}/pact-version/sha/metadata/m`,
      `${pact}/pact-version/sha/metadata/m/verification-results`,
      `${pact}/pact-version/sha/verification-results/7`,
      '/integrations/provider/P/consumer/C',
      '/dashboard/provider/P/consumer/C',
      '/matrix/provider/P/consumer/C',
      '/webhooks/provider/P/consumer/C',
    ]);
  });
});
