import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { publishScenario } from '../../test/insights-scenario.ts';

describe('The metrics', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker({ clock: () => new Date(Date.UTC(2026, 0, 1)) });
  });
  afterEach(() => broker.close());

  // What the official broker answers to the same requests; it begins with one environment less.
  it('count what was published', async () => {
    await publishScenario(broker);
    const { body } = await broker.request('GET', '/metrics');
    const { environments, ...others } = body as Record<string, object>;
    expect(others).toEqual({
      interactions: {
        latestInteractionsCount: 5,
        latestMessagesCount: 1,
        latestInteractionsAndMessagesCount: 6,
      },
      pacticipants: { count: 9, withMainBranchSetCount: 4 },
      integrations: { count: 6 },
      pactPublications: { count: 9, first: '2026-01-01T00:00:00+00:00', last: '2026-01-01T00:00:00+00:00' },
      pactVersions: { count: 8 },
      pactRevisionsPerConsumerVersion: { distribution: { 1: 9 } },
      verificationResults: {
        count: 4,
        successCount: 2,
        failureCount: 2,
        distinctCount: 4,
        first: '2026-01-01T00:00:00+00:00',
        last: '2026-01-01T00:00:00+00:00',
      },
      verificationResultsPerPactVersion: { distribution: { 1: 4 } },
      pacticipantVersions: {
        count: 11,
        withUserCreatedBranchCount: 9,
        withBranchCount: 9,
        withBranchSetCount: 9,
      },
      webhooks: { count: 0 },
      tags: { count: 4, distinctCount: 3, distinctWithPacticipantCount: 3 },
      triggeredWebhooks: { count: 0 },
      webhookExecutions: { count: 0 },
      matrix: { count: -1 },
      deployedVersions: { count: 2, userCreatedCount: 2, currentlyDeployedCount: 2 },
      releasedVersions: { count: 0, currentlySupportedCount: 0 },
    });
    const listed = await broker.request('GET', '/environments');
    const { _embedded } = listed.body as { _embedded: { environments: object[] } };
    expect(environments).toEqual({ count: _embedded.environments.length });
  });

  it('know nothing of an empty broker', async () => {
    const { body } = await broker.request('GET', '/metrics');
    expect(body).toMatchObject({
      interactions: { latestInteractionsCount: 0 },
      pactPublications: { count: 0, first: null, last: null },
      verificationResults: { count: 0, first: null, last: null },
      pactRevisionsPerConsumerVersion: { distribution: {} },
    });
  });

  it('take contents that are not usual pacts', async () => {
    for (const [version, content] of [
      ['1', { interactions: 'none' }],
      ['2', [1, 2]],
    ] as const) {
      await broker.request('PUT', `/pacts/provider/P/consumer/C/version/${version}`, content);
      const { status, body } = await broker.request('GET', '/metrics');
      expect(status).toBe(200);
      expect(body).toMatchObject({ interactions: { latestInteractionsAndMessagesCount: 0 } });
    }
  });
});
