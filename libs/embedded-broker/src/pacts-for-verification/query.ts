import { hashesOf, textOf, ValidationError, type RackHash, type RackValue } from '../http/index.ts';
import { dateOf } from './date.ts';
import type { PactsForVerificationRequest } from './input.ts';

/**
 * Reads the query of the older `GET …/for-verification`: selectors by tag only, names in snake case.
 * @throws ValidationError with the official messages
 */
export function pactsForVerificationQuery(query: RackHash): PactsForVerificationRequest {
  const tags = query['provider_version_tags'];
  const selectors = hashesOf(query['consumer_version_selectors']);
  const since = textOf(query['include_wip_pacts_since']);
  const wipSince = dateOf(since);
  const selectorErrors = selectors.flatMap((selector, i) =>
    [
      ...(selector['tag'] === undefined ? ['tag is missing'] : []),
      ...['tag', 'fallback_tag', 'consumer']
        .filter((field) => selector[field] !== undefined && !selector[field])
        .map((field) => `${field} must be filled`),
      ...(isFlag(selector['latest']) ? [] : ['latest must be one of: true, false']),
    ].map((text) => `${text} (at index ${i})`),
  );
  const errors = {
    ...(selectorErrors.length > 0 ? { consumer_version_selectors: selectorErrors } : {}),
    ...(isFlag(query['include_pending_status'])
      ? {}
      : { include_pending_status: ['must be one of: true, false'] }),
    ...(since === undefined || wipSince
      ? {}
      : { include_wip_pacts_since: [since === '' ? 'must be filled' : 'must be a date'] }),
  };
  if (Object.keys(errors).length > 0) throw new ValidationError(errors);
  return {
    selectors: selectors.map((selector) => ({
      tag: textOf(selector['tag']),
      latest: textOf(selector['latest']) === 'true',
      fallbackTag: textOf(selector['fallback_tag']),
      consumer: textOf(selector['consumer']),
    })),
    providerVersionBranch: textOf(query['provider_version_branch']),
    providerVersionTags: Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [],
    includePendingStatus: textOf(query['include_pending_status']) !== 'false',
    includeWipPactsSince: wipSince?.toISOString(),
  };
}

function isFlag(value: RackValue | undefined): boolean {
  return [undefined, 'true', 'false'].includes(textOf(value));
}
