import { hashesOf, textOf, ValidationError, type RackHash } from '../http/index.ts';
import { consumerVersionSelector, type ConsumerVersionSelector } from './consumer-version-selector.ts';
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
 * Reads the body of `POST …/for-verification` (api.md 2.4).
 * @throws ValidationError with the official messages
 */
export function pactsForVerificationInput(
  body: unknown,
  environmentExists: (name: string) => boolean,
): PactsForVerificationRequest {
  const given = (typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}) as Record<
    string,
    unknown
  >;
  const {
    consumerVersionSelectors: selectors,
    providerVersionTags: tags,
    providerVersionBranch: branch,
  } = given;
  const { includePendingStatus: pending, includeWipPactsSince: since } = given;
  const errors: Record<string, string[]> = {};
  if (tags !== undefined && tags !== null && !isTextList(tags))
    errors['providerVersionTags'] = ['must be an array'];
  if (branch !== undefined && branch !== null && typeof branch !== 'string')
    errors['providerVersionBranch'] = ['must be a string'];
  else if (branch === '') errors['providerVersionBranch'] = ['must be filled'];
  if (selectors !== undefined && selectors !== null) {
    if (!Array.isArray(selectors)) errors['consumerVersionSelectors'] = ['must be an array'];
    else {
      const providerVersionBranch = typeof branch === 'string' ? branch : undefined;
      const messages = selectors.flatMap((selector: unknown, i) =>
        selectorErrors(selector, { providerVersionBranch, environmentExists }).map(
          (text) => `${text} (at index ${i})`,
        ),
      );
      if (messages.length > 0) errors['consumerVersionSelectors'] = messages;
    }
  }
  if (pending !== undefined && pending !== null && typeof pending !== 'boolean') {
    errors['includePendingStatus'] = ['must be one of: true, false'];
  }
  if (since !== undefined && since !== null && !isDate(since))
    errors['includeWipPactsSince'] = ['must be a date'];
  if (Object.keys(errors).length > 0) throw new ValidationError(errors);
  return {
    selectors: ((selectors as object[] | null | undefined) ?? []).map(consumerVersionSelector),
    providerVersionBranch: (branch as string | null | undefined) ?? undefined,
    providerVersionTags: (tags as string[] | null | undefined) ?? [],
    // Left out means yes: clients that know nothing of pending pacts used to get it.
    includePendingStatus: (pending as boolean | null | undefined) ?? true,
    includeWipPactsSince: since ? new Date(since as string).toISOString() : undefined,
  };
}

/** Reads the query of the older `GET …/for-verification` as the same request. */
export function pactsForVerificationQuery(query: RackHash): PactsForVerificationRequest {
  const tags = query['provider_version_tags'];
  const since = textOf(query['include_wip_pacts_since']);
  return {
    selectors: hashesOf(query['consumer_version_selectors']).map((selector) => ({
      tag: textOf(selector['tag']),
      latest: textOf(selector['latest']) === 'true',
      consumer: textOf(selector['consumer']),
    })),
    providerVersionBranch: textOf(query['provider_version_branch']),
    providerVersionTags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
    includePendingStatus: textOf(query['include_pending_status']) !== 'false',
    includeWipPactsSince: since !== undefined && isDate(since) ? new Date(since).toISOString() : undefined,
  };
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !Number.isNaN(Date.parse(value));
}
