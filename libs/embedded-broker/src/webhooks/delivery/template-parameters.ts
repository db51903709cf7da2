import type { EventContext } from '../events/event-context.ts';
import type { TemplateParameters } from './template.ts';

/** The facts about a consumer or provider that fill template parameters. */
export interface ParticipantFacts {
  readonly name: string;
  readonly labels: readonly string[];
}

/** The facts about a contract, and about its result if it has one, that fill template parameters. */
export interface ContractFacts {
  readonly consumer: ParticipantFacts;
  readonly provider: ParticipantFacts;
  readonly pactUrl: string;
  readonly consumerVersion: VersionFacts;
  readonly verification: VerificationFacts | undefined;
}

export interface VersionFacts {
  readonly number: string;
  readonly tags: readonly string[];
  readonly branch: string | undefined;
}

export interface VerificationFacts {
  readonly success: boolean;
  readonly url: string;
  readonly providerVersion: VersionFacts;
}

/** The words of CI systems for a result. */
const statusWords = {
  github: { success: 'success', failure: 'failure', none: 'pending' },
  bitbucket: { success: 'SUCCESSFUL', failure: 'FAILED', none: 'INPROGRESS' },
  azureDevOps: { success: 'succeeded', failure: 'failed', none: 'pending' },
  gitlab: { success: 'success', failure: 'failed', none: 'pending' },
} as const;

/**
 * The values of all template parameters; an unknown value is empty. The context of the event takes precedence over the
 * present state of the versions.
 * Source: docs/official-broker/webhooks.md#parameters.
 */
export function templateParameters(facts: ContractFacts, context: EventContext): TemplateParameters {
  const { consumer, provider, consumerVersion, verification } = facts;
  const providerVersion = verification?.providerVersion;
  const result = !verification ? 'none' : verification.success ? 'success' : 'failure';
  const values: Record<string, string | undefined> = {
    pactUrl: facts.pactUrl,
    verificationResultUrl: verification?.url,
    consumerVersionNumber: context.consumer_version_number ?? consumerVersion.number,
    providerVersionNumber: context.provider_version_number ?? providerVersion?.number,
    providerVersionTags: list(context.provider_version_tags ?? providerVersion?.tags),
    providerVersionBranch: context.provider_version_branch ?? providerVersion?.branch,
    providerVersionDescriptions: list(context.provider_version_descriptions),
    consumerVersionTags: list(context.consumer_version_tags ?? consumerVersion.tags),
    consumerVersionBranch: context.consumer_version_branch ?? consumerVersion.branch,
    consumerName: consumer.name,
    providerName: provider.name,
    githubVerificationStatus: statusWords.github[result],
    bitbucketVerificationStatus: statusWords.bitbucket[result],
    azureDevOpsVerificationStatus: statusWords.azureDevOps[result],
    gitlabVerificationStatus: statusWords.gitlab[result],
    consumerLabels: list(consumer.labels),
    providerLabels: list(provider.labels),
    eventName: context.event_name,
    buildUrl: context.build_url ?? undefined,
    currentlyDeployedProviderVersionNumber: undefined,
  };
  return new Map(Object.entries(values).map(([name, value]) => [`pactbroker.${name}`, value ?? '']));
}

function list(values: readonly string[] | undefined): string | undefined {
  return values?.join(', ');
}
