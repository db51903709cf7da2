import type { Broker } from '@pact-workshop/broker-client';
import pLimit from 'p-limit';
import { compareAnswers } from './compare-answers.ts';
import { countByKind, orderDifferences } from './compare-content.ts';
import { runTasks, type Task } from './concurrency.ts';
import { connectTo } from './connected-broker.ts';
import {
  copyBranchHeads,
  copyDeployments,
  copyEnvironments,
  copyLabels,
  copyPacticipants,
  copyResult,
  copyReleases,
  copyVersion,
  copyWebhooks,
  type CopyContext,
} from './copy/index.ts';
import { SameBrokerError } from './errors.ts';
import { readPacticipants, readSource, readTarget, type Inventory } from './inventory/index.ts';
import { notMigrated } from './not-migrated.ts';
import { planTimeline, type HistoryEntry } from './plan/index.ts';
import { reportOf, type MirrorReport } from './report.ts';

/** Options of {@link mirror}. */
export interface MirrorOptions {
  /** The source: the broker to read. Only the credentials given here are used, not those of the environment. */
  readonly from: Broker;
  /** The target: the broker to fill. Its credentials are given here as well. */
  readonly to: Broker;
  /** Whether to only count what would be copied; false by default. */
  readonly dryRun?: boolean | undefined;
  /** Whether to ask both brokers at the end what can be deployed; true by default. */
  readonly check?: boolean | undefined;
  /** Whether to copy webhooks as they are, instead of switching them off; false by default. */
  readonly enableWebhooks?: boolean | undefined;
  /** Asks for past deployments and ended releases of each version, as no list has them; false by default. */
  readonly fullHistory?: boolean | undefined;
  /** Number of requests at the same time; 4 by default. */
  readonly concurrency?: number | undefined;
  /** Stops the run between two steps. */
  readonly signal?: AbortSignal | undefined;
  /** Called at the start of a phase, and after each copied version and result. */
  readonly onProgress?: ((progress: MirrorProgress) => void) | undefined;
}

/** How far a run is. */
export interface MirrorProgress {
  /** What the run does: it reads both brokers, copies, and compares them. */
  readonly phase: 'reading' | 'carrying' | 'comparing';
  /** Versions and results that were copied in this run. */
  readonly done: number;
  /** 0 if it is not known. */
  readonly total: number;
}

const defaultConcurrency = 4;

/**
 * Copies everything that the public API provides from one broker to another. Another run copies what is missing.
 * @returns what was copied, what can't be, and where the brokers differ afterwards
 * @example
 * ```ts
 * import { formatMirrorReport, mirror } from '@pact-workshop/pact-tooling';
 *
 * const report = await mirror({ from: 'http://127.0.0.1:9292', to: 'https://broker.example.org' });
 * console.log(formatMirrorReport(report));
 * ```
 * @throws {@link MirrorInterruptedError} when the signal stops it
 * @throws {@link SameBrokerError} before anything is copied
 * @throws {@link BrokerUnreachableError}, {@link BrokerUnauthorizedError}, {@link BrokerResponseError}
 */
export async function mirror(mirrorOptions: MirrorOptions): Promise<MirrorReport> {
  const { dryRun = false, check = true, fullHistory = false, enableWebhooks = false } = mirrorOptions;
  const { onProgress, signal } = mirrorOptions;
  const concurrency = mirrorOptions.concurrency ?? defaultConcurrency;
  const options = { limit: pLimit(concurrency), signal };
  const writing = { limit: pLimit(concurrency), signal };
  // The official broker on SQLite fails at simultaneous writes.
  const slowDown = () => void (writing.limit.concurrency = 1);
  const [from, to, toWithoutRetries] = await Promise.all([
    connectTo(mirrorOptions.from),
    connectTo(mirrorOptions.to, {
      onRetry: (retry) => {
        slowDown();
        if (typeof mirrorOptions.to !== 'string') mirrorOptions.to.onRetry?.(retry);
      },
    }),
    connectTo(mirrorOptions.to, { retries: 0 }),
  ]);
  if (from.client.baseUrl === to.client.baseUrl) throw new SameBrokerError(from.client.baseUrl);
  onProgress?.({ phase: 'reading', done: 0, total: 0 });
  const source = await readSource(from, { ...options, fullHistory });
  const before = await readTarget(to, source, options);
  const context: CopyContext = { from, to, toWithoutRetries, options: writing, slowDown, notCopied: [] };
  const { entries, outdated } = planTimeline(source, before);
  if (!dryRun) await copyAll(context, { source, before, entries }, mirrorOptions);
  onProgress?.({ phase: 'comparing', done: 0, total: 0 });
  const after = dryRun ? before : await readTarget(to, source, options);
  return reportOf({
    dryRun,
    before: countByKind(source, before),
    after: countByKind(source, after),
    differences: dryRun ? [] : orderDifferences(source, after),
    notCarried: [
      ...context.notCopied,
      ...notMigrated(source, { from, fullHistory, enableWebhooks, outdated }),
    ],
    verdicts: check && !dryRun ? await compareAnswers(from, to, source, options) : undefined,
  });
}

interface CopyPlan {
  readonly source: Inventory;
  /** The target before the run. */
  readonly before: Inventory;
  readonly entries: readonly HistoryEntry[];
}

async function copyAll(
  context: CopyContext,
  { source, before, entries }: CopyPlan,
  { onProgress, enableWebhooks = false }: MirrorOptions,
): Promise<void> {
  const { to, options } = context;
  await copyPacticipants(context, source.pacticipants, before.pacticipants);
  await copyLabels(context, source.pacticipants, before.pacticipants);
  await copyEnvironments(context, source.environments, before.environments);
  let done = 0;
  const report = () => onProgress?.({ phase: 'carrying', done: done++, total: entries.length });
  report();
  const tasks = entries.map((entry) => taskFor(context, entry));
  await runTasks(tasks, { ...options, onDone: report });
  const pacticipants = await readPacticipants(to, options);
  await copyBranchHeads(context, source.pacticipants, pacticipants);
  await copyPacticipants(context, source.pacticipants, pacticipants);
  await copyDeployments(context, source.deployments, before.deployments);
  await copyReleases(context, source.releases, before.releases);
  await copyWebhooks(context, source.webhooks, before.webhooks, { enable: enableWebhooks });
}

/** The versions of a pacticipant are copied one after another, and a result after its two versions. */
function taskFor(context: CopyContext, entry: HistoryEntry): Task {
  if (entry.kind === 'version') {
    const { version, missing } = entry;
    return {
      orderKeys: [version.pacticipant],
      run: () => copyVersion(context, version, missing),
    };
  }
  const { content, result, alike } = entry;
  return {
    orderKeys: [...new Set([content.consumer, content.provider])],
    run: () => copyResult(context, content, result, alike),
  };
}
