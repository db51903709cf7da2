import { textTable, timestamp, type Urls } from '../http/index.ts';
import { lastActivity, type DashboardItem } from './items.ts';

/** The dashboard as JSON, what last changed first. Source: docs/official-broker/overview.md#dashboard. */
export function dashboardRepresentation(items: readonly DashboardItem[], urls: Urls): object {
  const sorted = items.toSorted((a, b) => compare(lastActivity(b), lastActivity(a)));
  return { items: sorted.map((item) => itemRepresentation(item, urls)) };
}

/** The dashboard as a table of text, by name. */
export function dashboardText(items: readonly DashboardItem[]): string {
  const header = ['CONSUMER_NAME', 'C_VERSION', 'C_TAGS', 'PROVIDER_NAME', 'P_VERSION', 'P_TAGS', 'SUCCESS'];
  const rows = items.map((item) => [
    item.consumer,
    item.consumerVersion,
    item.tags.join(', '),
    item.provider,
    item.result?.providerVersion ?? '',
    item.providerTags.join(', '),
    item.status,
  ]);
  return `${textTable(header, rows)}\n`;
}

function itemRepresentation(item: DashboardItem, urls: Urls): object {
  const { consumer, provider, consumerVersion, result } = item;
  const tags = (pacticipant: string, number: string, names: readonly string[]) =>
    names.map((name) => ({
      name,
      latest: true,
      _links: { self: { href: urls.tag(pacticipant, number, name) } },
    }));
  const pact = urls.pact(consumer, provider, consumerVersion);
  return {
    consumer: {
      name: consumer,
      version: {
        ...versionRepresentation(consumerVersion, item.consumerBranches),
        _links: { self: { href: urls.version(consumer, consumerVersion) } },
      },
      _links: { self: { href: urls.pacticipant(consumer) } },
    },
    provider: {
      name: provider,
      version: result ? versionRepresentation(result.providerVersion, item.providerBranches) : null,
      _links: { self: { href: urls.pacticipant(provider) } },
    },
    pact: { createdAt: timestamp(item.publishedAt), _links: { self: { href: pact } } },
    pactTags: tags(consumer, consumerVersion, item.tags),
    latestVerificationResult: result
      ? {
          success: result.success,
          verifiedAt: timestamp(result.verifiedAt),
          // Not the result's own URL, so that a kept link shows later results.
          _links: { self: { href: `${pact}/verification-results/latest` } },
        }
      : null,
    latestVerificationResultTags: result ? tags(provider, result.providerVersion, item.providerTags) : [],
    verificationStatus: item.status,
    ...webhookRepresentation(item, urls),
  };
}

function versionRepresentation(number: string, branches: readonly string[]): object {
  return { number, branch: branches.at(-1) ?? null, headBranchNames: branches };
}

/** The dashboard never looks at webhooks: the fields are there for clients that expect them, and a link to where they are. */
function webhookRepresentation({ consumer, provider }: DashboardItem, urls: Urls): object {
  return {
    webhookStatus: 'none',
    latestWebhookExecution: null,
    _links: {
      'pb:webhook-status': {
        title: `Status of webhooks for ${consumer}/${provider} pact`,
        href: urls.integration(consumer, provider, '/webhooks/status'),
      },
    },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
