import { fieldsOf, ValidationError } from '../http/index.ts';
import type { ConsumerVersionSelector } from './consumer-version-selector.ts';
import { dateOf } from './date.ts';
import { selectorErrors } from './selector-rules.ts';

/** What a provider's build asks for. */
export interface PactsForVerificationRequest {
  readonly selectors: readonly ConsumerVersionSelector[];
  readonly providerVersionBranch: string | undefined;
  readonly providerVersionTags: readonly string[];
  readonly includePendingStatus: boolean;
  /** ISO 8601. */
  readonly includeWipPactsSince: string | undefined;
}

/**
 * Reads the body of `POST …/for-verification`.
 * Source: docs/official-broker/pacts-for-verification.md#request.
 * @throws ValidationError with the official messages
 */
export function pactsForVerificationInput(
  body: unknown,
  environmentExists: (name: string) => boolean,
): PactsForVerificationRequest {
  const given = fieldsOf(body);
  const {
    consumerVersionSelectors: selectors = [],
    providerVersionTags: tags = [],
    providerVersionBranch: branch,
    includePendingStatus: pending,
    includeWipPactsSince: since,
  } = given;
  const wipSince = dateOf(since);
  const providerVersionBranch = typeof branch === 'string' && branch !== '' ? branch : undefined;
  const errors: Record<string, string[]> = {
    providerVersionTags: isTagList(tags) ? [] : ['must be an array'],
    providerVersionBranch: branchErrors(branch),
    consumerVersionSelectors: Array.isArray(selectors)
      ? selectors.flatMap((selector: unknown, i) =>
          selectorErrors(selector, { providerVersionBranch, environmentExists }).map(
            (text) => `${text} (at index ${i})`,
          ),
        )
      : ['must be an array'],
    includePendingStatus: pendingErrors(pending),
    includeWipPactsSince: since === undefined || wipSince ? [] : ['must be a date'],
  };
  const present = Object.fromEntries(Object.entries(errors).filter(([, messages]) => messages.length > 0));
  if (Object.keys(present).length > 0) throw new ValidationError(present);
  return {
    selectors: selectors as ConsumerVersionSelector[],
    providerVersionBranch,
    providerVersionTags: (tags as unknown[]).map(String),
    // Left out means yes: clients that know nothing of pending pacts used to get it.
    includePendingStatus: (pending as boolean | undefined) ?? true,
    includeWipPactsSince: wipSince?.toISOString(),
  };
}

function branchErrors(branch: unknown): string[] {
  if (branch === undefined || branch === null) return [];
  if (typeof branch !== 'string') return ['must be a string'];
  return branch !== '' && branch.trim() === '' ? ['cannot be blank'] : [];
}

function pendingErrors(pending: unknown): string[] {
  if (pending === undefined || typeof pending === 'boolean') return [];
  return [pending === null ? 'must be filled' : 'must be one of: true, false'];
}

/** Tags may be numbers. */
function isTagList(value: unknown): boolean {
  return Array.isArray(value) && value.every((tag) => typeof tag === 'string' || typeof tag === 'number');
}
