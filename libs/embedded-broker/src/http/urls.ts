/** Encodes a path segment as RFC 3986 has it: everything but letters, digits, `-._~`. */
export function segment(text: string): string {
  if (/^[\w.~-]*$/.test(text)) return text;
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

const knownPieces = new Map<string, readonly string[]>();

/** What stands around the names of a path; an answer has dozens of links, and the broker few paths. */
function piecesOf(path: string): readonly string[] {
  let pieces = knownPieces.get(path);
  if (!pieces) knownPieces.set(path, (pieces = path.split('{}')));
  return pieces;
}

/** Every URL of the broker, absolute. One method per resource, so that a path is written once. */
export class Urls {
  /** Without a trailing slash. */
  readonly base: string;

  constructor(base: string) {
    this.base = base;
  }

  /** A path from the root, with each `{}` replaced by the next encoded name. */
  to(path: string, ...names: string[]): string {
    const pieces = piecesOf(path);
    let url = this.base + (pieces[0] ?? '');
    for (let i = 1; i < pieces.length; i++) url += segment(names[i - 1] ?? '') + (pieces[i] ?? '');
    return url;
  }

  /** The same as paths without a host, behind the base URL's own path: for links within pages. */
  get paths(): Urls {
    return new Urls(this.base.replace(/^[a-z][a-z\d+.-]*:\/\/[^/]*/i, ''));
  }

  pacticipants = () => this.to('/pacticipants');
  pacticipant = (name: string) => this.to('/pacticipants/{}', name);
  pacticipantsWithLabel = (label: string) => this.to('/pacticipants/label/{}', label);
  versions = (pacticipant: string) => this.to('/pacticipants/{}/versions', pacticipant);
  version = (pacticipant: string, number: string) =>
    this.to('/pacticipants/{}/versions/{}', pacticipant, number);
  tag = (pacticipant: string, number: string, tag: string) =>
    this.to('/pacticipants/{}/versions/{}/tags/{}', pacticipant, number, tag);
  branches = (pacticipant: string) => this.to('/pacticipants/{}/branches', pacticipant);
  branch = (pacticipant: string, branch: string) =>
    this.to('/pacticipants/{}/branches/{}', pacticipant, branch);
  branchVersion = (pacticipant: string, branch: string, number: string) =>
    this.to('/pacticipants/{}/branches/{}/versions/{}', pacticipant, branch, number);

  labels = () => this.to('/labels');
  label = (pacticipant: string, label: string) => this.to('/pacticipants/{}/labels/{}', pacticipant, label);

  pact = (consumer: string, provider: string, number: string) =>
    this.to('/pacts/provider/{}/consumer/{}/version/{}', provider, consumer, number);
  /** Resources below the pacts of an integration, e.g. `/latest`. */
  integration = (consumer: string, provider: string, rest = '') =>
    this.to('/pacts/provider/{}/consumer/{}', provider, consumer) + rest;
  latestPactWithTag = (consumer: string, provider: string, tag: string) =>
    this.to('/pacts/provider/{}/consumer/{}/latest/{}', provider, consumer, tag);
  pactVersion = (consumer: string, provider: string, sha: string, metadata?: string) =>
    this.to('/pacts/provider/{}/consumer/{}/pact-version/{}', provider, consumer, sha) +
    (metadata ? `/metadata/${metadata}` : '');
  verificationResults = (consumer: string, provider: string, sha: string, metadata?: string) =>
    `${this.pactVersion(consumer, provider, sha, metadata)}/verification-results`;
  verificationResult = (consumer: string, provider: string, sha: string, number: number, metadata?: string) =>
    `${this.verificationResults(consumer, provider, sha, metadata)}/${number}`;
  pactsForVerification = (provider: string) => this.to('/pacts/provider/{}/for-verification', provider);

  integrations = () => this.to('/integrations');
  integrationData = (consumer: string, provider: string) =>
    this.to('/integrations/provider/{}/consumer/{}', provider, consumer);
  integrationDashboard = (consumer: string, provider: string) =>
    this.to('/dashboard/provider/{}/consumer/{}', provider, consumer);
  integrationMatrix = (consumer: string, provider: string) =>
    this.to('/matrix/provider/{}/consumer/{}', provider, consumer);
  group = (pacticipant: string) => this.to('/groups/{}', pacticipant);
  webhooks = () => this.to('/webhooks');
  webhook = (uuid: string) => this.to('/webhooks/{}', uuid);
  webhooksOfConsumer = (consumer: string) => this.to('/webhooks/consumer/{}', consumer);
  webhooksOfProvider = (provider: string) => this.to('/webhooks/provider/{}', provider);
  webhooksOfIntegration = (consumer: string, provider: string) =>
    this.to('/webhooks/provider/{}/consumer/{}', provider, consumer);
  triggeredWebhookLogs = (uuid: string) => this.to('/triggered-webhooks/{}/logs', uuid);
  redelivery = (uuid: string) => this.to('/triggered-webhooks/{}/redeliver', uuid);

  environments = () => this.to('/environments');
  environment = (uuid: string) => this.to('/environments/{}', uuid);
  deployedVersion = (uuid: string) => this.to('/deployed-versions/{}', uuid);
  releasedVersion = (uuid: string) => this.to('/released-versions/{}', uuid);
  deployments = (pacticipant: string, number: string, environment: string) =>
    this.to(
      '/pacticipants/{}/versions/{}/deployed-versions/environment/{}',
      pacticipant,
      number,
      environment,
    );
  releases = (pacticipant: string, number: string, environment: string) =>
    this.to(
      '/pacticipants/{}/versions/{}/released-versions/environment/{}',
      pacticipant,
      number,
      environment,
    );
}
