import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { skip } from '@pact-workshop/requirements';
import { OfficialBrokerAbsent } from './absent.ts';
import { installOfficialBroker } from './install.ts';
import { startOfficialBroker } from './start.ts';

// exec.ts COMMAND …: installs the official broker where that was not done before, and runs a command beside it,
// which finds its address in OFFICIAL_BROKER_URL. Where the broker can't be had the command is skipped; in CI that fails.

const [command = '', ...args] = process.argv.slice(2);
if (command === '') {
  console.error('Say what to run beside the official broker.');
  process.exit(2);
}

let stoppedBy: NodeJS.Signals | undefined;
let child: ChildProcess | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    stoppedBy = signal;
    child?.kill(signal);
  });

try {
  await installOfficialBroker();
  await using broker = await startOfficialBroker();
  process.exitCode = await beside(broker.url);
} catch (error) {
  if (!(error instanceof OfficialBrokerAbsent)) throw error;
  skip([command, ...args].join(' '), error.message);
}

/** Runs the command to its end, and returns its exit code. */
async function beside(url: string): Promise<number> {
  if (stoppedBy !== undefined) return 1;
  child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, OFFICIAL_BROKER_URL: url } });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
