import { describe, expect, it } from '@jest/globals';
import { acceptedDifferences } from '../../accepted-differences/index.ts';
import type { RowId } from '../../api/index.ts';
import { canonicalNetwork } from '../../compare/canonical-network.ts';
import { differences } from '../../compare/differences.ts';
import type { Observation } from '../../compare/observation.ts';
import { documentedAs, documentedDifferences } from './index.ts';

it('Each documented difference is told of in docs/broker.md', () => {
  const told = acceptedDifferences.map(({ subject }) => subject);
  expect(documentedDifferences.map(({ subject }) => subject).filter((one) => !told.includes(one))).toEqual(
    [],
  );
});

/** What is documented of the differences between two answers: a subject for each place, or nothing. */
function subjects(
  row: RowId,
  official: Observation,
  embedded: Observation,
  asked: { readonly path?: string; readonly body?: object } = {},
): readonly (string | undefined)[] {
  const step = { row, name: 'asked', method: 'GET', path: '/', ...asked } as const;
  const answered = { step, official, embedded, differences: differences(official, embedded) } as never;
  return differences(official, embedded).map((one) => documentedAs(answered, one)?.subject);
}

const notice = (type: string, text: string) => ({ type, text });
const verdict = (
  deployable: boolean | null,
  notices: readonly { type: string; text: string }[],
  matrix: readonly object[] = [],
) =>
  ({
    status: '200',
    body: { summary: { deployable, reason: notices.map(({ text }) => text).join('\n') }, notices, matrix },
  }) as never;
const failed = notice('error', 'It failed');
const advice = notice('prompt', 'To get a result, …');

describe('What is documented of a verdict', () => {
  const more = 'a verdict that misses results';
  it('is advice after the same words', () => {
    expect(subjects('A40', verdict(null, [failed]), verdict(null, [failed, advice]))).toEqual([more, more]);
  });

  it('is a reason that is said once', () => {
    const once = 'the same message twice';
    expect(subjects('B23', verdict(false, [failed, failed]), verdict(false, [failed]))).toEqual([once, once]);
  });

  it('is no other verdict, and no other words', () => {
    const rows = [{}];
    for (const [official, embedded] of [
      [verdict(false, [failed], rows), verdict(true, [failed, advice], rows)],
      [verdict(null, [failed], rows), verdict(null, [notice('error', 'It is not known'), advice], rows)],
      [verdict(true, [failed], rows), verdict(null, [failed], rows)],
    ])
      expect(subjects('A40', official!, embedded!)).not.toContain(more);
  });

  it('is a row for each of several selected versions that has no result', () => {
    const row = (version: string | null, verificationResult: object | null) => ({
      provider: { version },
      verificationResult,
    });
    const official = verdict(null, [failed], [row('1', {}), row(null, null)]);
    const embedded = verdict(null, [failed, advice], [row('1', {}), row('2', null), row('3', null)]);
    const path = '/can-i-deploy?pacticipant=A&version=1&environment=live';
    expect(subjects('A41', official, embedded, { path })).not.toContain(undefined);
    expect(subjects('A41', official, embedded)).toContain(undefined);
    expect(subjects('A41', official, verdict(null, [failed], [row('2', {})]), { path })).toContain(undefined);
    expect(subjects('A41', official, verdict(true, [failed], [row('1', {})]), { path })).toContain(undefined);
  });

  it('is such a row in the place of an older result, where the newest of each consumer version is asked for', () => {
    const row = (version: string, provider: string | null, verificationResult: object | null) => ({
      consumer: { name: 'A', version: { number: version } },
      provider: { name: 'P', version: provider },
      verificationResult,
    });
    const official = verdict(true, [failed], [row('2', '1', {}), row('1', '1', {})]);
    const embedded = verdict(null, [failed], [row('2', '3', null), row('1', '1', {})]);
    const path = (latestBy: string) =>
      `/matrix?q[][pacticipant]=A&q[][tag]=main&q[][pacticipant]=P&q[][version]=1&latestby=${latestBy}`;
    expect(subjects('A40', official, embedded, { path: path('cvp') })).not.toContain(undefined);
    expect(subjects('A40', official, embedded, { path: path('cvpv') })).toContain(undefined);
    const another = verdict(null, [failed], [row('2', '3', null)]);
    expect(subjects('A40', official, another, { path: path('cvp') })).toContain(undefined);
  });

  it('is all that is live, where the official broker takes the newest', () => {
    const row = (provider: string) => ({
      consumer: { name: 'A', version: { number: '1' } },
      provider: { name: 'P', version: provider },
      verificationResult: {},
    });
    const [official, embedded] = [
      verdict(true, [failed], [row('2')]),
      verdict(false, [failed], [row('2'), row('1')]),
    ];
    const path = '/matrix?q[][pacticipant]=A&environment=live&latestby=cvp';
    expect(subjects('A40', official, embedded, { path })).not.toContain(undefined);
    expect(subjects('A40', embedded, official, { path })).toContain(undefined);
    expect(subjects('A40', official, embedded, { path: path.replace('cvp', 'cvpv') })).toContain(undefined);
  });

  it('is a badge that is red where the official one is green, not the other way round', () => {
    const [green, red] = ['brightgreen', 'red'].map((colour) => ({ badge: { colour } }));
    expect(subjects('B31', green!, red!)).not.toContain(undefined);
    expect(subjects('B31', red!, green!)).toEqual([undefined]);
  });

  it('is caution where several versions of one pacticipant are asked about, but no rash yes', () => {
    const path = '/matrix?q[][pacticipant]=A&q[][version]=1&q[][pacticipant]=A&q[][version]=2';
    const yes = verdict(true, [notice('success', 'All is well')]);
    expect(subjects('A40', yes, verdict(null, [failed], [{}]), { path })).not.toContain(undefined);
    expect(subjects('A40', verdict(null, [failed], [{}]), yes, { path })).toContain(undefined);
    expect(subjects('A40', verdict(true, [failed], [{}]), verdict(null, [failed], [{}]))).toEqual([
      undefined,
    ]);
  });
});

describe('What is documented of the pacts to verify', () => {
  const pacts = (wip: boolean, shortDescription: string, text: string) =>
    ({
      status: '200',
      body: {
        _embedded: { pacts: [{ shortDescription, verificationProperties: { wip, notices: [{ text }] } }] },
      },
    }) as never;

  it('is the order and the number of words about those in progress', () => {
    const official = pacts(
      true,
      'latest with tag x, latest from branch y',
      "a versions with tag 't' and 't'",
    );
    const same = pacts(true, 'latest from branch y, latest with tag x', "a version with tag 't'");
    const words = 'words of pacts that are in progress';
    expect(subjects('A13', official, same)).toEqual([words, words]);
    expect(
      subjects('A13', official, pacts(true, 'latest from branch y', "a version with tag 't'")),
    ).toContain(undefined);
    expect(subjects('A13', pacts(false, 'a b', ''), pacts(false, 'b a', ''))).toEqual([undefined]);
  });

  it('is the order of several versions with one tag', () => {
    const tagged = (...versions: number[]) =>
      pacts(
        false,
        'one of t',
        [
          'selected by:',
          ...versions.map((version) => `    * all consumer versions tagged 't' (${version})`),
          '    * consumer version(s) currently deployed to live (2)',
        ].join('\n'),
      );
    expect(subjects('A13', tagged(1, 3, 2), tagged(1, 2, 3))).toEqual([
      'order of several versions with a tag, of which one was published again',
    ]);
    expect(subjects('A13', tagged(1, 3), tagged(1, 2))).toEqual([undefined]);
  });

  it('is what is offered once more to tags that were removed', () => {
    const offered = (...names: string[]) => {
      const pact = (name: string) => ({
        shortDescription: name,
        verificationProperties: { wip: name.startsWith('wip'), notices: [] },
        _links: { self: { href: `/${name}` } },
      });
      return { status: '200', body: { _embedded: { pacts: names.map(pact) } } } as never;
    };
    const body = { providerVersionTags: ['t'] };
    const [official, more] = [offered('a', 'wip c'), offered('a', 'wip b', 'wip c')];
    const subject = "work in progress for a provider's tag that was removed, or whose version was deleted";
    expect(new Set(subjects('A13', official, more, { body }))).toEqual(new Set([subject]));
    expect(subjects('A13', official, more, { body: {} })).toContain(undefined);
    expect(subjects('A13', more, official, { body })).toContain(undefined);
    expect(subjects('A13', official, offered('a', 'b', 'wip c'), { body })).toContain(undefined);
  });

  it('is how an environment is described', () => {
    const body = { consumerVersionSelectors: [{ environment: 'live' }] };
    const [official, embedded] = [pacts(false, '#<Object>', 'x'), pacts(false, 'in live', 'x')];
    expect(subjects('A13', official, embedded, { body })).toEqual(['the selector `environment`']);
    expect(subjects('A13', official, embedded, { body: {} })).toEqual([undefined]);
  });
});

describe('What is documented of lists', () => {
  const environments = (...names: string[]) =>
    ({ status: '200', body: { matrix: [{ consumer: { version: { environments: names } } }] } }) as never;
  /** As answers are compared. */
  const network = (csv: string) => ({ status: '200', body: canonicalNetwork(csv) }) as never;

  it('is their order', () => {
    expect(subjects('A40', environments('a', 'b'), environments('b', 'a'))).not.toContain(undefined);
    expect(subjects('A40', environments('a', 'b'), environments('b', 'c'))).toContain(undefined);
    const deployed = (...names: string[]) =>
      ({
        status: '200',
        body: { _links: { 'pb:deployed-environments': names.map((name) => ({ name })) } },
      }) as never;
    expect(subjects('A23', deployed('a', 'b'), deployed('b', 'a'))).not.toContain(undefined);
    expect(subjects('A23', deployed('a', 'b'), deployed('b', 'c'))).toContain(undefined);
    const [one, other] = [
      network('1,A,1,1,0,1,2\n2,B,1,1,0,2,0\n'),
      network('1,B,1,1,0,1,0\n2,A,1,1,0,2,1\n'),
    ];
    expect(subjects('B41', one, other)).not.toContain(undefined);
    expect(subjects('B41', one, network('1,B,1,1,0,1,2\n2,A,1,1,0,2,0\n'))).toEqual([undefined]);
  });
});
