import type { Broker } from '@pact-workshop/broker-client';
import pLimit from 'p-limit';
import {
  carryBranchHeads,
  carryDeployments,
  carryEnvironments,
  carryLabels,
  carryPacticipants,
  carryResult,
  carryReleases,
  carryVersion,
  carryWebhooks,
  type Carrying,
} from './carry/index.ts';
import { countThings, orderDifferences } from './compare.ts';
import { SameBrokerError } from './errors.ts';
import { readPacticipants, readSource, readTarget, type Inventory } from './inventory/index.ts';
import { runInLanes } from './lanes.ts';
import { losses } from './losses.ts';
import { planTimeline, type Happening } from './plan/index.ts';
import { reportOf, type MirrorReport } from './report.ts';
import { openSide } from './side.ts';
import { compareVerdicts } from './verdicts.ts';

export interface MirrorOptions {
  /** The broker that is read. Credentials are taken from here only, not from the environment. */
  readonly from: Broker;
  /** The broker that is filled. */
  readonly to: Broker;
  /** Only counts what would be carried. */
  readonly dryRun?: boolean | undefined;
  /** Whether both brokers are asked at the end what can be deployed; true by default. */
  readonly check?: boolean | undefined;
  /** Carries webhooks as they are, instead of switched off. */
  readonly enableWebhooks?: boolean | undefined;
  /** Asks each version for past deployments and ended releases, where no list tells; false by default. */
  readonly fullHistory?: boolean | undefined;
  /** Requests at the same time; 4 by default. */
  readonly concurrency?: number | undefined;
  /** Stops between two steps. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: MirrorProgress) => void) | undefined;
}

export interface MirrorProgress {
  readonly phase: 'reading' | 'carrying' | 'comparing';
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
}

const defaultConcurrency = 4;

/**
 * Carries everything that the public API gives from one broker to another; run again, it carries what is missing.
 * @throws MirrorInterruptedError when the signal stops it
 * @throws SameBrokerError, BrokerUnreachableError, BrokerUnauthorizedError, BrokerResponseError
 */
export async function mirror(mirrorOptions: MirrorOptions): Promise<MirrorReport> {
  const { dryRun = false, check = true, fullHistory = false, enableWebhooks = false } = mirrorOptions;
  const { onProgress, signal } = mirrorOptions;
  const concurrency = mirrorOptions.concurrency ?? defaultConcurrency;
  const options = { limit: pLimit(concurrency), signal };
  const writing = { limit: pLimit(concurrency), signal };
  // The official broker on SQLite fails at writes that come at the same time.
  const slowDown = () => void (writing.limit.concurrency = 1);
  const [from, to, once] = await Promise.all([
    openSide(mirrorOptions.from),
    openSide(mirrorOptions.to, { onRetry: slowDown }),
    openSide(mirrorOptions.to, { retries: 0 }),
  ]);
  if (from.client.baseUrl === to.client.baseUrl) throw new SameBrokerError(from.client.baseUrl);
  onProgress?.({ phase: 'reading', done: 0, total: 0 });
  const source = await readSource(from, { ...options, fullHistory });
  const before = await readTarget(to, source, options);
  const carrying: Carrying = { from, to, once, options: writing, slowDown, notCarried: [] };
  const { happenings, overtaken } = planTimeline(source, before);
  if (!dryRun) await carry(carrying, { source, before, happenings }, mirrorOptions);
  onProgress?.({ phase: 'comparing', done: 0, total: 0 });
  const after = dryRun ? before : await readTarget(to, source, options);
  return reportOf({
    dryRun,
    before: countThings(source, before),
    after: countThings(source, after),
    differences: dryRun ? [] : orderDifferences(source, after),
    notCarried: [...carrying.notCarried, ...losses(source, { from, fullHistory, enableWebhooks, overtaken })],
    verdicts: check && !dryRun ? await compareVerdicts(from, to, source, options) : undefined,
  });
}

interface Plan {
  readonly source: Inventory;
  readonly before: Inventory;
  readonly happenings: readonly Happening[];
}

async function carry(
  carrying: Carrying,
  { source, before, happenings }: Plan,
  { onProgress, enableWebhooks = false }: MirrorOptions,
): Promise<void> {
  const { to, options } = carrying;
  await carryPacticipants(carrying, source.pacticipants, before.pacticipants);
  await carryLabels(carrying, source.pacticipants, before.pacticipants);
  await carryEnvironments(carrying, source.environments, before.environments);
  let done = 0;
  const report = () => onProgress?.({ phase: 'carrying', done: done++, total: happenings.length });
  report();
  const tasks = happenings.map((happening) => taskFor(carrying, happening));
  await runInLanes(tasks, { ...options, onDone: report });
  const pacticipants = await readPacticipants(to, options);
  await carryBranchHeads(carrying, source.pacticipants, pacticipants);
  await carryPacticipants(carrying, source.pacticipants, pacticipants);
  await carryDeployments(carrying, source.deployments, before.deployments);
  await carryReleases(carrying, source.releases, before.releases);
  await carryWebhooks(carrying, source.webhooks, before.webhooks, { enable: enableWebhooks });
}

/** A pacticipant's versions come one after another, and a result after what it is about. */
function taskFor(carrying: Carrying, happening: Happening) {
  if (happening.kind === 'version') {
    const { version, missing } = happening;
    return {
      lanes: [version.pacticipant],
      run: () => carryVersion(carrying, version, missing),
    };
  }
  const { content, result, alike } = happening;
  return {
    lanes: [...new Set([content.consumer, content.provider])],
    run: () => carryResult(carrying, content, result, alike),
  };
}
