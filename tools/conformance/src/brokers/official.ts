import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { webhookRules, type Broker } from './broker.ts';
import { freePort } from './free-port.ts';

/** The official broker can't be had on this machine. The message says why. */
export class OfficialBrokerAbsent extends Error {}

/** Where the scripts that install and start the official broker are: beside the project. */
const scripts = fileURLToPath(new URL('../../../../../shared/official-broker', import.meta.url));

/** How long it may take from its start until it answers, in milliseconds. */
const patience = 60_000;

/**
 * Starts the official broker with an empty SQLite database; installs it first when that was not done before.
 * @throws OfficialBrokerAbsent when it is not on this machine and can't be installed
 * @throws Error when it does not answer in time
 */
export async function startOfficial(): Promise<Broker> {
  if (!existsSync(join(scripts, 'start')))
    throw new OfficialBrokerAbsent('../shared/official-broker is not there');
  install();
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'official-broker-'));
  const child = spawn(join(scripts, 'start'), [String(port), join(folder, 'broker.sqlite3')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PACT_BROKER_WEBHOOK_SCHEME_WHITELIST: webhookRules.schemes.join(' '),
      PACT_BROKER_WEBHOOK_HOST_WHITELIST: webhookRules.hosts.join(' '),
      PACT_BROKER_WEBHOOK_RETRY_SCHEDULE: webhookRules.retrySchedule.join(' '),
      // Webhooks go to this machine, whatever proxy it has.
      http_proxy: '',
      https_proxy: '',
    },
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-4_000)));
  const close = async () => {
    await stop(child);
    await rm(folder, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  try {
    await untilItAnswers(url, child);
  } catch (error) {
    await close();
    throw new Error(`${(error as Error).message}\n${log}`);
  }
  return { name: 'official', url, [Symbol.asyncDispose]: close };
}

function install(): void {
  const installed =
    process.env['OFFICIAL_PACT_BROKER'] ?? join(process.env['HOME'] ?? '', '.cache/official-pact-broker');
  if (existsSync(join(installed, 'Gemfile.lock'))) return;
  console.log('Installing the official broker (once, about 90 seconds) …');
  const { status, stderr, error } = spawnSync(join(scripts, 'install'), [installed], { encoding: 'utf8' });
  if (status === 0) return;
  const [reason = error?.message ?? `exit code ${status}`] = (stderr ?? '').trim().split('\n').slice(-1);
  throw new OfficialBrokerAbsent(`it could not be installed: ${reason}`);
}

async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (child.exitCode !== null)
      throw new Error(`the official broker ended with exit code ${child.exitCode}`);
    const answer = await fetch(`${url}/diagnostic/status/heartbeat`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(200);
  }
  throw new Error(`the official broker did not answer within ${patience / 1_000} s`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
