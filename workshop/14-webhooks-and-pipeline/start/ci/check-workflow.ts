// Reads the workflow as GitHub does, and tells whether it asks, deploys and records in the right order.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';

const file = '.github/workflows/contract-tests.yml';
const event = 'contract_requiring_verification_published';

interface Job {
  readonly if?: string;
  readonly steps?: readonly { readonly name?: string; readonly run?: string }[];
}
interface Workflow {
  readonly on?: {
    readonly push?: unknown;
    readonly repository_dispatch?: { readonly types?: readonly string[] };
  };
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs?: Readonly<Record<string, Job>>;
}

const { on = {}, env = {}, jobs = {} } = parse(await readFile(file, 'utf8')) as Workflow;

/** Whether a job has steps that run or are called like these, in this order. */
function goes(job: string, ...wanted: readonly RegExp[]): boolean {
  const steps = (jobs[job]?.steps ?? []).map(({ name = '', run = '' }) => `${name} ${run}`);
  const places = wanted.map((step) => steps.findIndex((text) => step.test(text)));
  return places.every((place, i) => place >= 0 && (i === 0 || place > (places[i - 1] ?? 0)));
}

const publish = /make publish/;
const askConsumer =
  /can-i-deploy.*AdminService.*--to-environment production|make deploy-consumer TO=production/s;
const askProvider =
  /can-i-deploy.*UserService.*--to-environment production|make deploy-provider TO=production/s;
const checks: Readonly<Record<string, boolean>> = {
  'every push is built': 'push' in on,
  [`the webhook's ${event} starts a build`]: on.repository_dispatch?.types?.includes(event) ?? false,
  'the broker is named': env['PACT_BROKER_BASE_URL'] !== undefined,
  'the consumer tests, then publishes': goes('consumer', /make .*consumer/, publish),
  'the consumer asks before it deploys': goes('consumer', publish, askConsumer, /Deploy the consumer/),
  'the consumer waits for the provider’s build': goes('consumer', /--retry-while-unknown/),
  'the consumer records what it deployed': goes(
    'consumer',
    /Deploy the consumer/,
    /make record-deploy-consumer/,
  ),
  'the consumer is not built for a webhook': /event_name == 'push'/.test(jobs['consumer']?.if ?? ''),
  'the provider verifies, then asks, deploys and records': goes(
    'provider',
    /make provider/,
    askProvider,
    /Deploy the provider/,
    /make record-deploy-provider/,
  ),
};

for (const [what, holds] of Object.entries(checks)) console.log(`${holds ? '✓' : '✘'} ${what}`);
const missing = Object.values(checks).filter((holds) => !holds).length;
console.log(
  missing === 0 ? `${file} is ready.` : `${file} lacks ${missing} of ${Object.keys(checks).length}.`,
);
process.exitCode = missing === 0 ? 0 : 1;
