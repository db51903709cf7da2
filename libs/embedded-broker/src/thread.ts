import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { CleanJob } from './cleaning/schedule.ts';
import type { ContentsToCompare } from './pacts/compare-contents.ts';
import type {
  LongRequest,
  TaskName,
  ThreadData,
  ThreadJob,
  ThreadMessage,
  ThreadResult,
} from './threads/index.ts';
import type { PactsToCompare } from './web/pact-diff/comparison-page.ts';

type Work = (input: object) => ThreadResult | Promise<ThreadResult>;

/** What each task does, with what a thread loads when it first has one. */
const tasks: { readonly [Name in TaskName]: () => Promise<Work> } = {
  async 'compare contents'() {
    const { comparedContents } = await import('./pacts/compare-contents.ts');
    return (input) => ({ result: comparedContents(input as ContentsToCompare) });
  },
  async 'comparison page'() {
    const { comparisonPage } = await import('./web/pact-diff/comparison-page.ts');
    return (input) => ({ result: comparisonPage(input as PactsToCompare) });
  },
  async clean() {
    const { scheduledClean } = await import('./cleaning/schedule.ts');
    return async (input) => ({ result: await scheduledClean(input as CleanJob) });
  },
  async 'answer a request'() {
    const { requestAnswers } = await import('./request-answers.ts');
    const { broker } = workerData as ThreadData;
    if (!broker) throw new Error('this thread has no database');
    const answer = requestAnswers(broker, (log, record, message) => say({ log, record, message }));
    return (input) => answer(input as LongRequest);
  },
};

// What the process has compiled before need not be compiled for each thread.
enableCompileCache();

const loaded = new Map<TaskName, Promise<Work>>();

function load(task: TaskName): Promise<Work> {
  const known = loaded.get(task) ?? tasks[task]();
  loaded.set(task, known);
  return known;
}

/** Does the jobs of a broker, one after the other (`threads/running-thread.ts`). */
async function work({ task, input }: ThreadJob): Promise<void> {
  let done: Work;
  try {
    done = await load(task);
  } catch (unable) {
    say({ unable });
    return;
  }
  say({ begun: true });
  try {
    const { result, transfer } = await done(input);
    say({ result }, transfer);
  } catch (error) {
    say({ error });
  }
}

function say(message: ThreadMessage, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, [...transfer]);
}

parentPort?.on('message', (job: ThreadJob) => void work(job));
