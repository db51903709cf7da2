import { hints, type Reason, type Verdict } from '../../matrix/index.ts';
import type { Urls } from '../../http/index.ts';

/** What can be done about a reason, a sentence each. */
export function adviceOn({ type, rows }: Reason, { selectors }: Verdict, urls: Urls): string[] {
  if (type !== 'error') return [];
  const unverified = rows.filter(({ result }) => result === null);
  const failed = rows.some(({ result }) => result?.success === false);
  return [
    ...hints(unverified, selectors, ({ consumerName, providerName, sha }) =>
      urls.pactVersion(consumerName, providerName, sha),
    ),
    ...(failed
      ? [
          'See in the result which interactions failed. Then change the provider, or what the consumer expects of it, and verify again.',
        ]
      : []),
    ...(rows.length === 0
      ? [
          'Check the names. What was never published can’t be judged: publish a pact or a verification result of that version first.',
        ]
      : []),
  ];
}
