/** What the mirror knows of a broker. Names stand for things, as the brokers' own ids differ. */
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

/** What a pacticipant says of itself; absent fields are not set. */
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
  /** Oldest first: the order that decides what is latest. */
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
  /** URLs of deployments that have ended, where the broker lists them with the version. */
  readonly pastDeployments: readonly string[];
}

/** A content of a pact that was verified, named by the first consumer version that published it. */
export interface VerifiedContent {
  readonly consumer: string;
  readonly provider: string;
  readonly consumerVersion: string;
  /** Oldest first. */
  readonly results: readonly VerificationResult[];
}

export interface VerificationResult {
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
    readonly contacts?: readonly unknown[];
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
  /** What can be sent to create it anew, except for what the broker hides. */
  readonly body: Readonly<Record<string, unknown>> & { readonly enabled: boolean };
  /** Names of the fields whose values the broker hides. */
  readonly hidden: readonly string[];
}
