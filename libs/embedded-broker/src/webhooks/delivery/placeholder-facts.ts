import type { Urls } from '../../http/index.ts';
import { encodeMetadata } from '../../pacts/index.ts';
import type { ContractFacts, VerificationFacts } from './template-parameters.ts';

const consumer = 'placeholder-consumer';
const provider = 'placeholder-provider';
const sha = '5d445a4612743728dfd99ccd4210423c052bb9db';
const number = 'gggghhhhjjjjkkkkllll66667777888899990000';

/** The facts for a test run while the broker has no pact: the placeholders of the official broker. */
export function placeholderFacts(urls: Urls): ContractFacts {
  const metadata = encodeMetadata({
    selectors: [],
    consumerVersionNumber: number,
    consumerVersionTags: ['dev'],
    wip: true,
  });
  return {
    consumer: { name: consumer, labels: ['placeholder-consumer-label'] },
    provider: { name: provider, labels: ['placeholder-provider-label'] },
    pactUrl: urls.pactVersion(consumer, provider, sha, metadata),
    consumerVersion: { number, tags: ['dev'], branch: 'main' },
    verification: undefined,
  };
}

/** The facts about a result while the broker has none. */
export function placeholderVerification(urls: Urls): VerificationFacts {
  return {
    success: true,
    url: urls.verificationResult(consumer, provider, sha, 1),
    providerVersion: {
      number: 'aaaabbbbccccddddeeeeffff1111222233334444',
      tags: ['master'],
      branch: undefined,
    },
  };
}
