import { parentPort, workerData } from 'node:worker_threads';
import type { ContentsToCompare } from './pacts/compare-contents.ts';
import type { ThreadJob, ThreadMessage } from './off-thread.ts';
import type { PactsToCompare } from './web/pact-diff/comparison-page.ts';

/** What runs on a thread of its own (`off-thread.ts`). Only what the job needs is loaded. */
async function work({ task, input }: ThreadJob): Promise<void> {
  if (task === 'compare contents') {
    const { comparedContents } = await import('./pacts/compare-contents.ts');
    say({ begun: true });
    say({ result: comparedContents(input as ContentsToCompare) });
  } else {
    const { comparisonPage } = await import('./web/pact-diff/comparison-page.ts');
    say({ begun: true });
    say({ result: comparisonPage(input as PactsToCompare) });
  }
}

function say(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}

void work(workerData as ThreadJob);
