import { createHash } from 'node:crypto';
import type { Database } from '../src/database/index.ts';

const interactionsOfEach = 8;

/** A version number like a commit's. */
export const commit = (name: string, version: number) =>
  createHash('sha1').update(`${name} ${version}`).digest('hex');

/** Stores a content with eight interactions. */
export function insertContent(
  database: Database,
  [consumerId, providerId]: readonly [number, number],
  [consumer, provider]: readonly [string, string],
  number: number,
  at: string,
): { id: number; interactionIds: string[] } {
  const interactions = Array.from({ length: interactionsOfEach }, (_, i) => ({
    _id: commit(`${consumer} ${provider} ${i}`, number),
    description: `a request for resource ${i} of ${provider}`,
    providerStates: [{ name: `resource ${i} exists` }],
    request: { method: 'GET', path: `/resources/${i}`, headers: { Accept: 'application/json' } },
    response: {
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: { id: i, name: `resource ${number}`, tags: ['one', 'two'], owner: { id: 7, name: consumer } },
      matchingRules: { body: { '$.id': { matchers: [{ match: 'integer' }], combine: 'AND' } } },
    },
  }));
  const text = JSON.stringify({
    consumer: { name: consumer },
    provider: { name: provider },
    interactions,
    metadata: { pactSpecification: { version: '3.0.0' } },
  });
  const id = database.insert(
    'INSERT INTO pact_versions (consumer_id, provider_id, sha, content, created_at) VALUES (?, ?, ?, ?, ?)',
    consumerId,
    providerId,
    createHash('sha1').update(text).digest('hex'),
    text,
    at,
  );
  return { id, interactionIds: interactions.map(({ _id }) => _id) };
}

/** Stores the result of a provider version for a content. */
export function insertResult(
  database: Database,
  result: {
    readonly content: number;
    readonly version: number;
    readonly success: boolean;
    readonly testResults: string | null;
    readonly at: string;
  },
): void {
  database.run(
    `INSERT INTO verifications (pact_version_id, provider_version_id, success, latest, wip, test_results, verified_by, created_at)
     VALUES (?, ?, ?, 1, 0, ?, '{}', ?)`,
    result.content,
    result.version,
    result.success,
    result.testResults,
    result.at,
  );
}

/** What a verifier publishes about each interaction; where it failed, the first one has a mismatch. */
export function testResults(interactionIds: readonly string[], success: boolean): string {
  const mismatches = [
    { attribute: 'body', identifier: '$.name', description: "Expected 'a' to be equal to 'b'" },
  ];
  return JSON.stringify(
    interactionIds.map((interactionId, i) =>
      success || i > 0 ? { interactionId, success: true } : { interactionId, success, mismatches },
    ),
  );
}
