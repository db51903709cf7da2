import type { ContractTriggers } from '../webhooks/index.ts';
import type { ContentChange } from './content-change.ts';

/** A line for the person who publishes. */
export interface Notice {
  readonly type: 'debug' | 'prompt' | 'success' | 'warning' | 'error' | 'info';
  readonly text: string;
}

/** What happened to one contract. */
export interface PublishedContract {
  readonly consumer: string;
  readonly number: string;
  readonly provider: string;
  readonly outcome: 'published' | 'unchanged' | 'merged' | 'overwritten';
  readonly url: string;
  /** Whether its content is new for its tags; undefined for a republication. */
  readonly change: ContentChange | undefined;
  /** Whether a provider version that matters (main branch, deployed, released) has yet to verify it. */
  readonly requiresVerification: boolean;
  /** Whether the provider ever published a result for this consumer. */
  readonly everVerified: boolean;
  readonly webhooks: ContractTriggers;
}

export interface PublishedVersion {
  readonly consumer: string;
  readonly number: string;
  readonly isNew: boolean;
  readonly branch: string | undefined;
  readonly tags: readonly string[];
}

/**
 * All notices for a publisher, in the official order and words.
 * Source: docs/official-broker/publishing.md#notices.
 */
export function publicationNotices(
  version: PublishedVersion,
  contracts: readonly PublishedContract[],
): Notice[] {
  return [
    { type: 'debug', text: versionText(version) },
    ...(version.branch === undefined
      ? [prompt('  Next steps:\n    Configure the version branch to be the value of your repository branch.')]
      : []),
    ...contracts.flatMap(contractNotices),
  ];
}

/** Why a publication is refused that would change the content of a version's pact. */
export function conflictText({
  consumer,
  number,
  provider,
}: {
  consumer: string;
  number: string;
  provider: string;
}): string {
  return (
    `Cannot change the content of the pact for ${consumer} version ${number} and provider ${provider}, as race conditions ` +
    'will cause unreliable results for can-i-deploy. Each pact must be published with a unique consumer version number. ' +
    'Some Pact libraries generate random data when a concrete value for a type matcher is not specified, and this can ' +
    'cause the contract to mutate - ensure you have given example values for all type matchers. ' +
    'For more information see https://docs.pact.io/go/versioning'
  );
}

function versionText({ consumer, number, isNew, branch, tags }: PublishedVersion): string {
  const facts = [
    ...(branch === undefined ? [] : [`branch ${branch}`]),
    ...(tags.length > 0 ? [`tags ${tags.join(', ')}`] : []),
  ];
  const suffix = facts.length > 0 ? ` with ${facts.join(' and ')}` : '';
  return `${isNew ? 'Created' : 'Updated'} ${consumer} version ${number}${suffix}`;
}

function contractNotices(contract: PublishedContract): Notice[] {
  const { outcome, url } = contract;
  const steps = nextSteps(contract);
  return [
    { type: outcome === 'overwritten' ? 'warning' : 'success', text: outcomeText(contract) },
    { type: 'debug', text: `  View the published pact at ${url}` },
    { type: 'debug', text: `  Events detected: ${events(contract).join(', ')}` },
    ...webhookTexts(contract).map((text) => ({ type: 'debug' as const, text })),
    ...(steps.length > 0 ? ['  Next steps:', ...steps].map(prompt) : []),
  ];
}

function webhookTexts({ webhooks: { isConfigured, triggered } }: PublishedContract): string[] {
  if (isConfigured && triggered.length === 0) return ['  No enabled webhooks found for the detected events'];
  return triggered.map(({ logsUrl, eventName, webhook }) => {
    const name = webhook.description === null ? webhook.uuid : JSON.stringify(webhook.description);
    return `  Webhook ${name} triggered for event ${eventName}.\n    View logs at ${logsUrl}`;
  });
}

function nextSteps({ provider, everVerified, webhooks }: PublishedContract): string[] {
  return [
    ...(everVerified
      ? []
      : [
          `    * Add Pact verification tests to the ${provider} build. See https://docs.pact.io/go/provider_verification`,
        ]),
    ...(webhooks.isConfigured
      ? []
      : [
          `    * Configure separate ${provider} pact verification build and webhook to trigger it when the pact content changes. See https://docs.pact.io/go/webhooks`,
        ]),
  ];
}

function outcomeText({ consumer, number, provider, outcome }: PublishedContract): string {
  const which = `for ${consumer} version ${number} and provider ${provider}`;
  switch (outcome) {
    case 'published':
      return `Pact successfully published ${which}.`;
    case 'unchanged':
      return `Pact successfully republished ${which} with no content changes.`;
    case 'overwritten':
      return (
        `Pact with changed content published over existing content ${which}. This is not recommended in normal circumstances ` +
        'and may indicate that you have not configured your Pact pipeline correctly. ' +
        'For more information see https://docs.pact.io/go/versioning'
      );
    case 'merged':
      return `Pact content merged with existing content ${which}.`;
  }
}

/** What happened, by the names of the events; where the content is not new, each says so. */
function events({ change, requiresVerification }: PublishedContract): string[] {
  const unchanged = change && !change.changed ? ` (${change.comment})` : '';
  return [
    `contract_published${unchanged}`,
    ...(requiresVerification ? [`contract_requiring_verification_published${unchanged}`] : []),
    ...(change?.changed ? [`contract_content_changed (${change.comment})`] : []),
  ];
}

function prompt(text: string): Notice {
  return { type: 'prompt', text };
}
