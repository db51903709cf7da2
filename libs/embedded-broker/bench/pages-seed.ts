import { openDatabase, type Database } from '../src/database/index.ts';
import { commit, insertContent, insertResult, testResults } from './pages-contents.ts';

const consumers = 250;
const providers = 100;
const providersOfEach = 2;
/** A content lasts for so many versions, and so many provider versions verify it. */
const versionsPerContent = 4;
const resultsPerContent = 20;

export const integrations = consumers * providersOfEach;
export const consumerName = (index: number) => `consumer-${String(index + 1).padStart(3, '0')}`;
export const providerName = (index: number) => `provider-${String(index + 1).padStart(3, '0')}`;
/** The provider of an integration, both by number. */
export function sidesOf(integration: number): { readonly consumer: number; readonly provider: number } {
  const consumer = Math.floor(integration / providersOfEach);
  return { consumer, provider: (consumer * 7 + (integration % providersOfEach) * 31) % providers };
}

const now = Date.UTC(2026, 10, 25, 12);
const hour = 3_600_000;

/**
 * Fills a database as teams would have, without going through HTTP: 500 integrations, with `versions` builds of each
 * consumer that publish two pacts each; a content is verified by twenty provider versions.
 */
export function seedPages(path: string, versions: number): { pacts: number; results: number } {
  const database = openDatabase(path);
  const at = (version: number) => new Date(now - (versions - version) * hour).toISOString();
  const counts = { pacts: 0, results: 0 };
  const contents = Math.ceil(versions / versionsPerContent);
  database.transaction(() => {
    const consumerIds = Array.from({ length: consumers }, (_, i) =>
      pacticipant(database, consumerName(i), i),
    );
    const providerIds = Array.from({ length: providers }, (_, i) =>
      pacticipant(database, providerName(i), i),
    );
    const providerVersions = providerIds.map((id, i) =>
      versionsOf(database, id, providerName(i), contents * resultsPerContent, at(versions)),
    );
    const consumerVersions = consumerIds.map((id, i) =>
      versionsOf(database, id, consumerName(i), versions, at(versions)),
    );
    for (let integration = 0; integration < integrations; integration++) {
      const { consumer, provider } = sidesOf(integration);
      const ids = [consumerIds[consumer] ?? 0, providerIds[provider] ?? 0] as const;
      database.run(
        'INSERT INTO integrations (consumer_id, provider_id, created_at, contract_data_updated_at) VALUES (?, ?, ?, ?)',
        ...ids,
        at(0),
        at(versions),
      );
      for (let content = 0; content < contents; content++) {
        const pact = insertContent(
          database,
          ids,
          [consumerName(consumer), providerName(provider)],
          content,
          at(0),
        );
        for (let k = 0; k < versionsPerContent && content * versionsPerContent + k < versions; k++) {
          const version = content * versionsPerContent + k;
          database.run(
            `INSERT INTO pact_publications (consumer_id, provider_id, consumer_version_id, pact_version_id, revision, latest, created_at)
             VALUES (?, ?, ?, ?, 1, 1, ?)`,
            ...ids,
            consumerVersions[consumer]?.[version],
            pact.id,
            at(version),
          );
          counts.pacts++;
        }
        // Every seventh integration still waits for its last content to be verified.
        if (content > 0 && content === contents - 1 && integration % 7 === 0) continue;
        for (let k = 0; k < resultsPerContent; k++) {
          const isLast = k === resultsPerContent - 1;
          insertResult(database, {
            content: pact.id,
            version: providerVersions[provider]?.[content * resultsPerContent + k] ?? 0,
            success: integration % 11 !== 0 || !isLast,
            testResults: isLast ? testResults(pact.interactionIds, integration % 11 !== 0) : null,
            at: at(content * versionsPerContent),
          });
          counts.results++;
        }
      }
    }
    deployments(database, [...consumerIds, ...providerIds], at(versions));
    database.execute(webhooks);
  });
  database.close();
  return counts;
}

function pacticipant(database: Database, name: string, index: number): number {
  const time = new Date(now).toISOString();
  const id = database.insert(
    `INSERT INTO pacticipants (name, repository_url, main_branch, created_at, updated_at) VALUES (?, ?, 'main', ?, ?)`,
    name,
    `https://git.example/${name}`,
    time,
    time,
  );
  database.run(
    'INSERT INTO labels (pacticipant_id, name, created_at) VALUES (?, ?, ?)',
    id,
    `team-${index % 12}`,
    time,
  );
  return id;
}

/** Versions on the main branch, every fifth on a branch of its own besides; ids in their order. */
function versionsOf(
  database: Database,
  pacticipantId: number,
  name: string,
  count: number,
  at: string,
): number[] {
  const branch = (branchName: string) =>
    database.insert(
      'INSERT INTO branches (pacticipant_id, name, created_at, updated_at) VALUES (?, ?, ?, ?)',
      pacticipantId,
      branchName,
      at,
      at,
    );
  const main = branch('main');
  const ids = Array.from({ length: count }, (_, version) => {
    const id = database.insert(
      'INSERT INTO versions (pacticipant_id, number, build_url, created_at, updated_at) VALUES (?, ?, ?, ?, ?)',
      pacticipantId,
      commit(name, version),
      `https://ci.example/${name}/${version}`,
      at,
      at,
    );
    const branches = version % 5 === 4 ? [main, branch(`feature-${version}`)] : [main];
    for (const branchId of branches) {
      database.run(
        'INSERT INTO branch_versions (branch_id, version_id, created_at, updated_at) VALUES (?, ?, ?, ?)',
        branchId,
        id,
        at,
        at,
      );
      database.run('UPDATE branches SET head_version_id = ? WHERE id = ?', id, branchId);
    }
    database.run('INSERT INTO tags (name, version_id, created_at) VALUES (?, ?, ?)', 'dev', id, at);
    return id;
  });
  return ids;
}

/** Every pacticipant's last version is in test, and the one before it in production. */
function deployments(database: Database, pacticipantIds: readonly number[], at: string): void {
  for (const [index, name] of ['test', 'production'].entries()) {
    const environment = database.insert(
      `INSERT INTO environments (uuid, name, display_name, production, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)`,
      `environment-${name}`,
      name,
      name,
      index,
      at,
      at,
    );
    for (const id of pacticipantIds) {
      database.run(
        `INSERT INTO deployed_versions (uuid, pacticipant_id, version_id, environment_id, created_at, updated_at)
         SELECT ?1, ?2, id, ?3, ?4, ?4 FROM versions WHERE pacticipant_id = ?2 ORDER BY id DESC LIMIT 1 OFFSET ?5`,
        `deployment-${name}-${id}`,
        id,
        environment,
        at,
        index,
      );
    }
  }
}

/** Three webhooks for everybody, called for every publication so far. */
const webhooks = `
INSERT INTO webhooks (uuid, enabled, events, method, url, headers, created_at, updated_at)
  SELECT 'webhook-' || value, 1, '["contract_published"]', 'POST', 'https://ci.example', '{}', '2026-11-25T00:00:00.000Z', '2026-11-25T00:00:00.000Z'
  FROM json_each('[1,2,3]');
INSERT INTO triggered_webhooks (uuid, webhook_id, pact_publication_id, consumer_id, provider_id, event_name, context, status, created_at)
  SELECT w.uuid || '-' || pp.id, w.id, pp.id, pp.consumer_id, pp.provider_id, 'contract_published', '{}', 'success', pp.created_at
  FROM webhooks w, pact_publications pp;
`;
