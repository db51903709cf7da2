// Plays a day of the consumer's team on a broker in memory: what it publishes, and which builds of the provider follow.
import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker } from '@pact-workshop/embedded-broker';
import { canIDeploy, formatVerdict, publishPacts } from '@pact-workshop/pact-tooling';
import { startBuildServer } from './build-server.ts';

/** Publishes a contract as a version of the consumer; returns how often the broker is going to call the CI for it. */
async function publish(broker: string, version: string, content: string): Promise<number> {
  const file = join(tmpdir(), `rehearsal-${process.pid}.json`);
  await writeFile(file, content);
  await publishPacts({ broker, files: [file], version, branch: 'main' });
  await rm(file);
  const pact = `${broker}/pacts/provider/UserService/consumer/AdminService/version/${version}`;
  const response = await fetch(`${pact}/triggered-webhooks`);
  const { _embedded } = (await response.json()) as { _embedded: { triggeredWebhooks: unknown[] } };
  return _embedded.triggeredWebhooks.length;
}

/** Sends JSON text. */
async function post(url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(`${url} does not take this: ${await response.text()}\n${body}`);
}

async function rehearse(): Promise<void> {
  // By itself, a broker calls public addresses only, and those by https.
  await using broker = await startBroker({
    settings: { webhookHostWhitelist: ['127.0.0.1'], webhookSchemeWhitelist: ['http'] },
  });
  using ci = await startBuildServer(broker.url);

  execFileSync('make', ['consumer'], { stdio: 'pipe' });
  const contract = await readFile('pacts/AdminService-UserService.json', 'utf8');
  console.log('--- 📝 AdminService 1 publishes its contract, and somebody starts the build of the provider');
  await publish(broker.url, '1', contract);
  await post(`${ci.url}/builds/user-service`, '{ "event": "started by hand", "consumerVersion": "1" }');
  console.log(`    ${(await ci.finished(1)).join()}`);

  console.log('--- 🪝 From here on, the webhook of ci/webhook.json does that');
  await post(
    `${broker.url}/webhooks`,
    (await readFile('ci/webhook.json', 'utf8')).replace('CI_SERVER', ci.url),
  );

  let builds = 1;
  for (const { version, what, content, due } of [
    { version: '2', what: 'publishes the same contract again', content: contract, due: 0 },
    {
      version: '3',
      what: 'publishes a changed one',
      content: contract.replaceAll('"sally"', '"mcs"'),
      due: 1,
    },
  ]) {
    console.log(`--- 📝 AdminService ${version} ${what}`);
    const started = await publish(broker.url, version, content);
    for (const line of (await ci.finished(builds + started)).slice(builds)) console.log(`    ${line}`);
    builds += started;
    if (started === 0) console.log('    no build');
    if (started !== due) {
      console.log(
        `    ✘ ${due === 0 ? 'no build is' : 'one build is'} due here: what does ci/webhook.json ask for?`,
      );
      process.exitCode = 1;
    }
  }

  console.log('--- ✅ May AdminService 3 be deployed?');
  console.log(
    formatVerdict(await canIDeploy({ broker: broker.url, pacticipant: 'AdminService', version: '3' })),
  );
}

try {
  await rehearse();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
