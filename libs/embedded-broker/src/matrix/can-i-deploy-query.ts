import { ValidationError, isHash, textOf, type RackHash } from '../http/index.ts';
import type { Known, MatrixQuery } from './query.ts';

/**
 * Reads the query of `GET /can-i-deploy`, the short form of a matrix query.
 * Source: docs/official-broker/can-i-deploy.md#forms.
 * @throws ValidationError with the official messages
 */
export function canIDeployQuery(query: RackHash, known: Known): MatrixQuery {
  const pacticipant = textOf(query['pacticipant']);
  const version = textOf(query['version']);
  const environment = textOf(query['environment']);
  const to = textOf(query['to']);
  const errors: Record<string, string[]> = {};
  if (!pacticipant) errors['pacticipant'] = ['is missing'];
  else if (!known.pacticipant(pacticipant))
    errors['pacticipant'] = ['does not match an existing pacticipant'];
  if (!version) errors['version'] = ['is missing'];
  if (environment && !known.environment(environment))
    errors['environment'] = [`with name '${environment}' does not exist`];
  if (!environment && !to) errors[''] = ["Must specify either an environment or a 'to' tag."];
  if (environment && to) errors[''] = ["Cannot specify both a 'to' tag and an environment."];
  if (Object.keys(errors).length > 0) throw new ValidationError(errors);
  const ignored = Array.isArray(query['ignore']) ? query['ignore'] : [];
  return {
    selectors: [{ pacticipant: pacticipant ?? '', version }],
    ignore: ignored.flatMap((item) => {
      const name = isHash(item) ? textOf(item['pacticipant']) : textOf(item);
      // An empty name is one that is not there: the answer warns of it.
      return name !== undefined
        ? [{ pacticipant: name, version: isHash(item) ? textOf(item['version']) : undefined }]
        : [];
    }),
    target: environment ? { environment } : { tag: to, latest: true },
    latestBy: environment ? 'cvpv' : 'cvp',
    success: undefined,
    limit: Number.MAX_SAFE_INTEGER,
  };
}
