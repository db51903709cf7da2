import { timestamp, type Urls } from '../http/index.ts';
import type { Verification } from './store.ts';

/** The contract a result is about. */
export interface VerifiedPact {
  readonly consumerName: string;
  readonly providerName: string;
  readonly consumerVersionNumber: string;
  readonly sha: string;
  /** Names the consumer version in URLs. */
  readonly metadata: string;
}

interface VerifiedBy {
  implementation?: unknown;
  version?: unknown;
  clientLanguage?: { name?: unknown; version?: unknown; testFramework?: unknown } | null;
}

/** A verification result in HAL. Source: docs/official-broker/verification-results.md#representation. */
export function verificationRepresentation(
  verification: Verification,
  pact: VerifiedPact,
  urls: Urls,
  providerVersionTags?: readonly { readonly name: string; readonly latest: boolean }[],
): object {
  const { consumerName, providerName, consumerVersionNumber, sha } = pact;
  const pactName = `Pact between ${consumerName} (${consumerVersionNumber}) and ${providerName}`;
  return {
    providerName: verification.providerName,
    providerApplicationVersion: verification.providerVersionNumber,
    success: verification.success,
    verificationDate: timestamp(verification.createdAt),
    buildUrl: verification.buildUrl ?? undefined,
    testResults:
      verification.testResults === null ? undefined : (JSON.parse(verification.testResults) as unknown),
    verifiedBy: verifiedBy(verification.verifiedBy),
    _embedded: providerVersionTags && {
      tags: providerVersionTags.map(({ name, latest }) => ({
        name,
        latest,
        _links: {
          self: {
            title: 'Tag',
            name,
            href: urls.tag(providerName, verification.providerVersionNumber, name),
          },
        },
      })),
    },
    _links: {
      self: {
        title: 'Verification result',
        name: `Verification result ${verification.number} for ${pactName}`,
        href: urls.verificationResult(consumerName, providerName, sha, verification.number),
      },
      'pb:pact-version': {
        title: 'Pact',
        name: pactName,
        href: urls.pactVersion(consumerName, providerName, sha, pact.metadata),
      },
      'pb:triggered-webhooks': {
        title: 'Webhooks triggered by the publication of this verification result',
        href: `${urls.verificationResult(consumerName, providerName, sha, verification.number)}/triggered-webhooks`,
      },
    },
  };
}

/** The verifier, as published; the client's fields have other names in answers than in requests. */
function verifiedBy(json: string | null): object {
  const { implementation, version, clientLanguage } = JSON.parse(json ?? '{}') as VerifiedBy;
  return {
    ...given('implementation', implementation),
    ...given('version', version),
    ...given('client_implementation', clientLanguage?.name),
    ...given('client_test_framework', clientLanguage?.testFramework),
    ...given('client_version', clientLanguage?.version),
  };
}

function given(field: string, value: unknown): object {
  return value === undefined || value === null ? {} : { [field]: value };
}
