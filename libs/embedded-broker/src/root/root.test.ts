import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startTestBroker, type TestBroker } from '../../test/broker-client.ts';
import { openDatabase } from '../database/index.ts';
import { databaseStatus } from './database-status.ts';

interface IndexLink {
  readonly href: string;
  readonly title: string;
  readonly templated?: boolean;
  readonly name?: string;
}

describe('The index', () => {
  let broker: TestBroker;
  beforeEach(async () => {
    broker = await startTestBroker();
  });
  afterEach(() => broker.close());

  const links = async () => {
    const { body } = await broker.request('GET', '/');
    return (body as { _links: Record<string, IndexLink> })._links;
  };

  it('has the relations of the official broker, in its order', async () => {
    // Those of webhooks come with their routes.
    const relations = Object.keys(await links()).filter((relation) => !relation.startsWith('pb:webhook'));
    expect(relations).toEqual([
      'self',
      'pb:publish-pact',
      'pb:publish-contracts',
      'pb:latest-pact-versions',
      'pb:tagged-pact-versions',
      'pb:branch-pact-versions',
      'pb:latest-branch-pact-versions',
      'pb:main-branch-pact-versions',
      'pb:latest-main-branch-pact-versions',
      'pb:provider-pacts-with-main-branch',
      'pb:provider-pacts-with-branch',
      'pb:latest-provider-pacts-with-main-branch',
      'pb:latest-provider-pacts-with-branch',
      'pb:pacticipants',
      'pb:pacticipant',
      'pb:latest-provider-pacts',
      'pb:latest-provider-pacts-with-tag',
      'pb:provider-pacts-with-tag',
      'pb:provider-pacts',
      'pb:latest-version',
      'pb:latest-tagged-version',
      'pb:integrations',
      'pb:pacticipant-version-tag',
      'pb:pacticipant-branch',
      'pb:pacticipant-branch-version',
      'pb:pacticipant-version',
      'pb:metrics',
      'pb:can-i-deploy-pacticipant-version-to-tag',
      'pb:can-i-deploy-pacticipant-version-to-environment',
      'pb:provider-pacts-for-verification',
      'beta:provider-pacts-for-verification',
      'pb:environments',
      'pb:environment',
      'curies',
    ]);
  });

  it('has its titles, and templates where the client fills something in', async () => {
    const { curies, ...named } = await links();
    expect(named['pb:can-i-deploy-pacticipant-version-to-tag']).toEqual({
      href: `${broker.url}/can-i-deploy?pacticipant={pacticipant}&version={version}&to={tag}`,
      title:
        'Determine if an application version can be safely deployed to an environment identified by the given tag',
      templated: true,
    });
    expect(named['beta:provider-pacts-for-verification']?.name).toBe('beta');
    expect(curies).toEqual(
      ['pb', 'beta'].map((name) => ({
        name,
        href: `${broker.url}/doc/{rel}?context=index`,
        templated: true,
      })),
    );
    for (const { href, title, templated } of Object.values(named)) {
      expect(title).toMatch(/\S/);
      expect(templated).toBe(href.includes('{'));
    }
  });
});

describe('The diagnostics', () => {
  it('say that the database answers', async () => {
    await using broker = await startTestBroker();
    const { status, body } = await broker.request('GET', '/diagnostic/status/dependencies');
    expect(status).toBe(200);
    expect(body).toEqual({
      database: { ok: true },
      _links: { self: { href: `${broker.url}/diagnostic/status/dependencies` } },
    });
  });

  it('say why it does not', () => {
    const database = openDatabase(':memory:');
    database.close();
    const status = databaseStatus(database);
    expect(status.ok).toBe(false);
    expect(JSON.stringify(status)).toContain('database is not open');
  });

  it('fail when asked to, with a reference to the log', async () => {
    // The broker logs these errors; the tests' output stays clean of them.
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    await using broker = await startTestBroker();
    for (const method of ['GET', 'POST']) {
      const { status, body } = await broker.request(method, '/test/error');
      const { error } = body as { error: { message: string; reference: string } };
      expect(status).toBe(500);
      expect(error.message).toBe(
        `An error has occurred. The details have been logged with the reference ${error.reference}`,
      );
    }
    log.mockRestore();
  });
});
