import { describe, expect, it } from '@jest/globals';
import { longDescriptions, shortDescription } from './descriptions.ts';
import { selectionText, verificationNotices, wipText, type VerifiedProvider } from './notices.ts';
import { mergeByContent, type SelectionReason } from './selected-pact.ts';

const publication = { consumerId: 1, consumerName: 'Con', consumerVersionId: 1, pactVersionId: 1 } as never;
const version = { id: 1, number: '1' };
const test = { name: 'test', production: false };
const production = { name: 'prod', production: true };
const reason = (more: Omit<SelectionReason, 'version'>): SelectionReason => ({ ...more, version });

describe('The reasons for a pact', () => {
  it('come in one order, whichever selector comes first: main branch last, production after the rest', () => {
    const reasons = [
      reason({ kind: 'branch', branch: 'main', isMainBranch: true }),
      reason({ kind: 'environment', environment: test }),
      reason({ kind: 'released', environment: production }),
      reason({ kind: 'deployed', environment: production }),
      reason({ kind: 'deployed', environment: test }),
      reason({ kind: 'allOfTag', tag: 't' }),
      reason({ kind: 'allOfTag', tag: 't', consumer: 'Con' }),
      reason({ kind: 'tag', tag: 'b' }),
      reason({ kind: 'tag', tag: 'c', missingTag: 'a' }),
      reason({ kind: 'branch', branch: 'feat' }),
      reason({ kind: 'latest' }),
    ];
    for (const given of [reasons, reasons.toReversed()]) {
      const [merged] = mergeByContent(given.map((one) => ({ publication, reasons: [one] })));
      expect(shortDescription(merged?.reasons ?? []).split(', ')).toEqual([
        'latest',
        'latest from branch feat',
        'latest with tag c',
        'latest with tag b',
        'one of Con t',
        'one of t',
        'deployed to test',
        'deployed to prod',
        'released in prod',
        'in test',
        'latest from main branch',
      ]);
    }
  });

  it.each<[Omit<SelectionReason, 'version'>, string]>([
    [{ kind: 'latest' }, 'latest version of a consumer that has a pact with Prov (1)'],
    [{ kind: 'latest', consumer: 'C' }, 'latest version of C that has a pact with Prov (1)'],
    [{ kind: 'branch', branch: 'b' }, "latest version from branch 'b' (1)"],
    [{ kind: 'branch', branch: 'b', consumer: 'C' }, "latest version of C from branch 'b' (1)"],
    [{ kind: 'branch', branch: 'b', isMainBranch: true }, "latest version from the main branch 'b' (1)"],
    [{ kind: 'tag', tag: 't', consumer: 'C' }, "latest version of C tagged 't' (1)"],
    [
      { kind: 'tag', tag: 'f', missingTag: 't' },
      "latest version tagged 'f' (fallback tag used as no pact was found with tag 't') (1)",
    ],
    [{ kind: 'allOfTag', tag: 't' }, "all consumer versions tagged 't' (1)"],
    [{ kind: 'allOfTag', tag: 't', consumer: 'C' }, "all C versions tagged 't' (1)"],
    [{ kind: 'environment', environment: test }, 'a consumer version in environment test (1)'],
    [{ kind: 'environment', environment: test, consumer: 'C' }, 'C version in environment test (1)'],
    [{ kind: 'deployed', environment: test }, 'consumer version(s) currently deployed to test (1)'],
    [
      { kind: 'released', environment: test, consumer: 'C' },
      'version(s) of C released and supported in test (1)',
    ],
  ])('in words: %j', (one, words) => {
    expect(longDescriptions([reason(one)], 'Prov')).toEqual([words]);
  });

  it('share a sentence where they are several environments, and are counted', () => {
    const reasons = [
      reason({ kind: 'deployed', environment: test }),
      reason({ kind: 'deployed', environment: production }),
      reason({ kind: 'deployed', environment: { name: 'demo', production: false } }),
    ];
    const words = 'consumer version(s) currently deployed to test (1), prod (1) and demo (1)';
    expect(longDescriptions(reasons, 'Prov')).toEqual([words]);
    expect(selectionText('URL', [words], 3)).toBe(
      `The pact at URL is being verified because the pact content belongs to the consumer versions matching the following criteria:\n    * ${words}`,
    );
    expect(selectionText('URL', ['a'], 1)).toBe(
      'The pact at URL is being verified because the pact content belongs to the consumer version matching the following criterion:\n    * a',
    );
  });
});

describe('The notices of a pact', () => {
  const provider = (more: Partial<VerifiedProvider>): VerifiedProvider => ({
    ...{ name: 'Prov', branch: undefined, tags: [] },
    ...more,
  });
  const more = 'Read more at https://docs.pact.io/go/pending';
  const harmless = `If this verification fails, it will not cause the overall build to fail. ${more}`;
  const open = { pending: true, tags: [] as string[], wip: false };

  it.each<[Partial<VerifiedProvider>, typeof open, string]>([
    [
      {},
      open,
      `This pact is in pending state for this version of Prov because a successful verification result for Prov has not yet been published. ${harmless}`,
    ],
    [
      { branch: 'b', tags: ['t'] },
      open,
      `This pact is in pending state for this version of Prov because a successful verification result for a version of Prov from branch 'b' has not yet been published. ${harmless}`,
    ],
    [
      { tags: ['t', 'u'] },
      { ...open, tags: ['u'] },
      `This pact is in pending state for this version of Prov because a successful verification result for a version of Prov with tag 'u' has not yet been published. ${harmless}`,
    ],
    [
      { tags: ['t', 'u'] },
      { ...open, tags: ['t', 'u'] },
      `This pact is in pending state for this version of Prov because a successful verification result for a versions of Prov with tag 't' and 'u' has not yet been published. ${harmless}`,
    ],
    [
      { branch: 'b' },
      { ...open, wip: true },
      `This pact is in pending state for this version of Prov because it was included as a 'work in progress' pact. ${harmless}`,
    ],
    [
      { branch: 'b' },
      { ...open, pending: false },
      `This pact has previously been successfully verified by a version of Prov from branch 'b'. If this verification fails, it will fail the build. ${more}`,
    ],
    [
      {},
      { ...open, pending: false },
      `This pact has previously been successfully verified by Prov. If this verification fails, it will fail the build. ${more}`,
    ],
  ])('before it: %j, %j', (verified, status, text) => {
    const notices = verificationNotices('Why.', provider(verified), status);
    expect(notices.slice(0, 2)).toEqual([
      { when: 'before_verification', text: 'Why.' },
      { when: 'before_verification', text },
    ]);
    expect(notices).toHaveLength(status.pending ? 6 : 2);
  });

  it('are only why, where nobody wants to know what is pending', () => {
    expect(verificationNotices('Why.', provider({}), undefined)).toEqual([
      { when: 'before_verification', text: 'Why.' },
    ]);
  });

  it.each<[string, Partial<VerifiedProvider>, typeof open, string, string]>([
    ['branch', { branch: 'b' }, open, "any version of Prov from branch 'b'", ''],
    [
      'tag',
      { tags: ['t', 'u'] },
      { ...open, tags: ['u'] },
      "any version of Prov with tag 'u'",
      'with this tag ',
    ],
    [
      'tags',
      { tags: ['t', 'u'] },
      { ...open, tags: ['t', 'u'], wip: true },
      "any versions of Prov with tag 't' and 'u'",
      'with these tags ',
    ],
    ['neither', {}, open, 'Prov', ''],
  ])('after it, by what came of it: %s', (_, verified, status, scope, tags) => {
    expect(verificationNotices('Why.', provider(verified), status).slice(2)).toEqual([
      {
        when: 'after_verification:success_true_published_false',
        text: `This pact is still in pending state for ${scope} as the successful verification results ${tags}have not yet been published.`,
      },
      {
        when: 'after_verification:success_false_published_false',
        text: `This pact is still in pending state for ${scope} as a successful verification result ${tags}has not yet been published`,
      },
      {
        when: 'after_verification:success_true_published_true',
        text: `This pact is no longer in pending state for ${scope}, as a successful verification result ${tags}has been published. If a verification for a version of Prov ${tags}fails in the future, it will fail the build. ${more}`,
      },
      {
        when: 'after_verification:success_false_published_true',
        text: `This pact is still in pending state for ${scope} as a successful verification result ${tags}has not yet been published`,
      },
    ]);
  });

  it.each([
    [['a'], [], "the latest version of Con from branch 'a' and it has not"],
    [
      ['a', 'b'],
      [],
      "the latest versions of Con from branches 'a' and 'b' (both have the same content) and it has not",
    ],
    [[], ['t'], "the latest version of Con tagged with 't' and it has not"],
    [
      ['a'],
      ['t'],
      "the latest version of Con from branch 'a' and tagged with 't' (both have the same content) and it has not",
    ],
    [
      ['a'],
      ['t', 'u'],
      "the latest version of Con from branch 'a' and tagged with 't' and 'u' (all have the same content) and it has not",
    ],
    [
      ['a', 'b'],
      ['t'],
      "the latest version of Con from branches 'a' and 'b' and tagged with 't' (all have the same content) and it has not",
    ],
  ])('in progress say from where it is: branches %j, tags %j', (branches, tags, words) => {
    const pact = { publication, branches, tags, providerTags: [] };
    expect(wipText('URL', pact, provider({ branch: 'main' }))).toContain(words);
  });
});
