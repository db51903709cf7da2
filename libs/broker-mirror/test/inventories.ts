import type {
  Deployment,
  Inventory,
  MirroredVersion,
  Release,
  MirroredResult,
} from '../src/inventory/index.ts';

const createdAt = '2026-01-01T00:00:00Z';

/** The content of a broker; a test gives the parts that it needs. */
export const inventory = (parts: Partial<Inventory> = {}): Inventory => ({
  pacticipants: [],
  environments: [],
  contents: [],
  deployments: [],
  releases: [],
  webhooks: [],
  ...parts,
});

export const versionOf = (
  pacticipant: string,
  number: string,
  more: Partial<MirroredVersion> = {},
): MirroredVersion => ({
  pacticipant,
  number,
  buildUrl: undefined,
  createdAt,
  branches: [],
  tags: [],
  pacts: [],
  pastDeployments: [],
  ...more,
});

/** A pacticipant with versions, oldest first. */
export const pacticipant = (name: string, ...versions: readonly MirroredVersion[]) => ({
  name,
  attributes: {},
  labels: [] as readonly string[],
  versions,
});

export const resultOf = (
  providerVersion: string,
  success: boolean,
  verifiedAt = createdAt,
): MirroredResult => ({ number: 1, providerVersion, success, verifiedAt, url: 'http://result' });

export const deploymentOf = (name: string, version: string, more: Partial<Deployment> = {}): Deployment => ({
  pacticipant: name,
  version,
  environment: 'production',
  instance: undefined,
  isCurrent: true,
  createdAt,
  url: 'http://deployment',
  ...more,
});

export const releaseOf = (name: string, version: string, isSupported: boolean): Release => ({
  pacticipant: name,
  version,
  environment: 'production',
  isSupported,
  url: 'http://release',
});
