// Reads the workflow as GitHub does, and tells whether it asks, deploys and records in the right order.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { actsOf } from './step-acts.ts';

const file = '.github/workflows/contract-tests.yml';
const event = 'contract_requiring_verification_published';

const job = z.object({
  if: z.string().default(''),
  steps: z.array(z.object({ name: z.string().default(''), run: z.string().default('') })),
});
const workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  env: z.record(z.string(), z.string()).default({}),
  jobs: z.object({ consumer: job, provider: job }),
});
type Workflow = z.infer<typeof workflow>;

/** Whether a job does all of this, in this order; `actsOf` tells what each is called. */
function does({ steps }: z.infer<typeof job>, ...wanted: readonly string[]): boolean {
  const acts = steps.flatMap(actsOf);
  const places = wanted.map((act) => acts.indexOf(act));
  return places.every((place, i) => place >= 0 && place > (places[i - 1] ?? -1));
}

/** What the workflow has to do, and whether it does. */
function checks({ on, env, jobs: { consumer, provider } }: Workflow): Readonly<Record<string, boolean>> {
  const names = z.union([z.string(), z.array(z.string())]);
  const webhook = z.object({ types: names }).safeParse(on['repository_dispatch']);
  return {
    'every push is built': 'push' in on,
    [`the webhook's ${event} starts a build`]: [webhook.data?.types].flat().includes(event),
    'the broker is named': env['PACT_BROKER_BASE_URL'] !== undefined,
    'the consumer tests, then publishes': does(consumer, 'make consumer', 'make publish'),
    'the consumer asks before it deploys': does(
      consumer,
      'make publish',
      'ask AdminService production',
      'Deploy the consumer',
    ),
    'the consumer waits for the provider’s build': does(consumer, 'wait AdminService'),
    'the consumer records what it deployed': does(
      consumer,
      'Deploy the consumer',
      'record AdminService production',
    ),
    'the consumer is not built for a webhook': /event_name == 'push'/.test(consumer.if),
    'the provider verifies, then asks, deploys and records': does(
      provider,
      'make provider',
      'ask UserService production',
      'Deploy the provider',
      'record UserService production',
    ),
  };
}

/** @throws Error saying what is malformed, and where */
async function readWorkflow(): Promise<Workflow> {
  const parsed = workflow.safeParse(parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  return parsed.data;
}

try {
  const results = Object.entries(checks(await readWorkflow()));
  for (const [what, holds] of results) console.log(`${holds ? '✓' : '✘'} ${what}`);
  const missing = results.filter(([, holds]) => !holds).length;
  console.log(missing === 0 ? `${file} is ready.` : `${file} lacks ${missing} of ${results.length}.`);
  process.exitCode = missing === 0 ? 0 : 1;
} catch (error) {
  console.error(`${file} is no workflow:\n${(error as Error).message}`);
  process.exitCode = 1;
}
