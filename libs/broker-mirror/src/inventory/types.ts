/** The content of a broker. Names identify items, as each broker has its own ids. */
export interface Inventory {
  readonly pacticipants: readonly MirroredPacticipant[];
  readonly environments: readonly MirroredEnvironment[];
  /** Contents with at least one result, and their results. */
  readonly contents: readonly VerifiedContent[];
  /** Oldest first. */
  readonly deployments: readonly Deployment[];
  readonly releases: readonly Release[];
  readonly webhooks: readonly MirroredWebhook[];
}

/** Attributes of a pacticipant; a missing field is not set. */
export interface Attributes {
  readonly displayName?: string;
  readonly mainBranch?: string;
  readonly repositoryUrl?: string;
  readonly repositoryName?: string;
  readonly repositoryNamespace?: string;
}

export interface MirroredPacticipant {
  readonly name: string;
  readonly attributes: Attributes;
  readonly labels: readonly string[];
  /** Oldest first. The order decides which one is the latest. */
  readonly versions: readonly MirroredVersion[];
}

export interface MirroredVersion {
  readonly pacticipant: string;
  readonly number: string;
  readonly buildUrl: string | undefined;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly branches: readonly { readonly name: string; readonly isHead: boolean }[];
  readonly tags: readonly string[];
  readonly pacts: readonly { readonly provider: string; readonly url: string }[];
  /** URLs of ended deployments, if the broker lists them with the version. */
  readonly pastDeployments: readonly string[];
}

/** A verified content of a pact. The first consumer version that published it identifies it. */
export interface VerifiedContent {
  readonly consumer: string;
  readonly provider: string;
  readonly consumerVersion: string;
  /** Oldest first. */
  readonly results: readonly MirroredResult[];
}

export interface MirroredResult {
  /** Ascends in the order of arrival. */
  readonly number: number;
  readonly providerVersion: string;
  readonly success: boolean;
  /** ISO 8601. */
  readonly verifiedAt: string;
  readonly url: string;
}

export interface MirroredEnvironment {
  readonly name: string;
  readonly url: string;
  readonly body: {
    readonly name: string;
    readonly displayName: string;
    readonly production: boolean;
    readonly contacts?: readonly unknown[] | undefined;
  };
}

export interface Deployment {
  readonly pacticipant: string;
  readonly version: string;
  readonly environment: string;
  readonly instance: string | undefined;
  readonly isCurrent: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly url: string;
}

export interface Release {
  readonly pacticipant: string;
  readonly version: string;
  readonly environment: string;
  readonly isSupported: boolean;
  readonly url: string;
}

export interface MirroredWebhook {
  readonly uuid: string;
  /** The body that creates it, except for what the broker hides. */
  readonly body: Readonly<Record<string, unknown>> & { readonly enabled: boolean };
  /** Names of the fields whose values the broker hides. */
  readonly hidden: readonly string[];
}
