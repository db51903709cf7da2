/**
 * How a broker behaves, under the official broker's names (`PACT_BROKER_…` in camel case). Where it listens, its
 * database and its credentials are options of `startBroker`.
 */
export interface BrokerSettings {
  /** Public base URLs for links, without trailing slashes; the one that a request came by is used, else the first. */
  readonly baseUrls: readonly string[];

  /** Refuse a new name that looks like a misspelling of an existing one. */
  readonly checkForPotentialDuplicatePacticipantNames: boolean;
  /** Let a version's pact be replaced by another content. */
  readonly allowDangerousContractModification: boolean;
  /** Take a branch or tag called like one of the candidates for the main branch of a pacticipant that has none. */
  readonly autoDetectMainBranch: boolean;
  readonly mainBranchCandidates: readonly string[];
  /** Take the first tag of a new version for its branch. */
  readonly useFirstTagAsBranch: boolean;
  /** How long after the version's creation that may be, in seconds. */
  readonly useFirstTagAsBranchTimeLimit: number;
  /** Record a deployment when a version gets a tag called like an environment. */
  readonly createDeployedVersionsForTags: boolean;
  /** Give a database that was never used the environments `test` and `production`. */
  readonly seedExampleData: boolean;

  /** Hosts a webhook may call: names, `*.name`, CIDR blocks, `/regular expressions/`. Empty: any public host. */
  readonly webhookHostWhitelist: readonly string[];
  readonly webhookSchemeWhitelist: readonly string[];
  readonly webhookHttpMethodWhitelist: readonly string[];
  /** How long to wait before each further attempt, in seconds. */
  readonly webhookRetrySchedule: readonly number[];
  /** Status codes of an answer that count as success. */
  readonly webhookHttpCodeSuccess: readonly number[];
  /** Call webhooks with certificates that nobody trusts. */
  readonly disableSslVerification: boolean;
  readonly userAgent: string;
}

/** What the official broker does when nothing is set. */
export const defaultSettings: BrokerSettings = {
  baseUrls: [],
  checkForPotentialDuplicatePacticipantNames: true,
  allowDangerousContractModification: false,
  autoDetectMainBranch: true,
  mainBranchCandidates: ['develop', 'main', 'master'],
  useFirstTagAsBranch: true,
  useFirstTagAsBranchTimeLimit: 10,
  createDeployedVersionsForTags: true,
  seedExampleData: true,
  webhookHostWhitelist: [],
  webhookSchemeWhitelist: ['https'],
  webhookHttpMethodWhitelist: ['POST'],
  webhookRetrySchedule: [10, 60, 120, 300, 600, 1200],
  webhookHttpCodeSuccess: [200, 201, 202, 203, 204, 205, 206],
  disableSslVerification: false,
  userAgent: 'Pact Broker v2.120.0',
};
