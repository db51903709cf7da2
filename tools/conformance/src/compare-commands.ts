import type { Broker } from './brokers/broker.ts';
import { startReceiver } from './brokers/receiver.ts';
import { startProvider } from './cli/provider.ts';
import { runCommands } from './cli/run-commands.ts';
import { commandSteps } from './cli/steps/index.ts';
import { makeWorkspace } from './cli/workspace.ts';
import type { Outcome } from './compare/judge.ts';

/** Calls every command of the official command lines against both brokers. */
export async function compareCommands(official: Broker, embedded: Broker): Promise<readonly Outcome[]> {
  await using officialReceiver = await startReceiver();
  await using embeddedReceiver = await startReceiver();
  await using officialProvider = await startProvider();
  await using embeddedProvider = await startProvider();
  await using workspace = await makeWorkspace();
  const outcomes = await runCommands(commandSteps, {
    official: { broker: official.url, receiver: officialReceiver.url, providerPort: officialProvider.port },
    embedded: { broker: embedded.url, receiver: embeddedReceiver.url, providerPort: embeddedProvider.port },
    folder: workspace.folder,
  });
  console.log(`  commands: ${outcomes.length} calls`);
  return outcomes;
}
