import { printParagraphs } from './chapter.ts';
import { playStory } from './story.ts';
import { removeScratch } from './workspace.ts';

const interruption = new AbortController();
// Not `once`: listr2 ends the process when no other listener is left. A second Ctrl-C exits at once.
const interrupt = () => (interruption.signal.aborted ? process.exit(130) : interruption.abort());
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, interrupt);

try {
  await playStory(interruption.signal);
  printParagraphs(
    'That was the whole workflow: the contract held, both sides went out, and the change that would have broken the consumer was stopped before it did.',
  );
  console.log(`
Where to look next:
  pacts/AdminService-UserService.json    the contract
  make publish, make provider, make deploy-consumer, make deploy-provider
                                         the same, step by step, on a broker that remembers
  make broker                            that broker, to look at: http://127.0.0.1:9292
  README.md                              what is where`);
} catch (error) {
  console.error(
    interruption.signal.aborted ? '\nStopped.' : `\nThe demo failed: ${(error as Error).message}`,
  );
  process.exitCode = interruption.signal.aborted ? 130 : 1;
} finally {
  await removeScratch();
}
