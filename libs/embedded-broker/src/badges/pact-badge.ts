import type { VerificationStatus } from '../verifications/index.ts';
import type { Badge } from './badge.ts';
import { shortName } from './short-name.ts';

/** Whose contract a badge is about; tags where it is that of tagged versions. */
export interface BadgeNames {
  readonly consumer: string;
  readonly provider: string;
  readonly consumerTag?: string | undefined;
  readonly providerTag?: string | undefined;
}

export interface BadgeOptions {
  /** `consumer` or `provider`, in any case, names one side alone; for badges without sides it is the label itself. */
  readonly label: string | undefined;
  readonly initials: boolean;
}

const looks: Readonly<Record<VerificationStatus, Pick<Badge, 'message' | 'color'>>> = {
  success: { message: 'verified', color: 'brightgreen' },
  failed: { message: 'failed', color: 'red' },
  failed_pending: { message: 'failed (pending)', color: 'red' },
  stale: { message: 'changed', color: 'orange' },
  never: { message: 'unknown', color: 'lightgrey' },
};

export const noPactBadge: Badge = { label: 'pact not found', ...looks.never };

/** The badge of a pact: whose it is and whether it was verified. Source: docs/official-broker/badges.md#of-a-pact. */
export function pactBadge(names: BadgeNames, status: VerificationStatus, options: BadgeOptions): Badge {
  const side = (name: string, tag: string | undefined) =>
    shortName(name, options) + (tag === undefined ? '' : ` (${tag.toLowerCase()})`);
  const consumer = side(names.consumer, names.consumerTag);
  const provider = side(names.provider, names.providerTag);
  const sides: Readonly<Record<string, string>> = { consumer, provider };
  const title = sides[options.label?.toLowerCase() ?? ''] ?? `${consumer}/${provider}`;
  return { label: `${title} pact`, ...looks[status] };
}
