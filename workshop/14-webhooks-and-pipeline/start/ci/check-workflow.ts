// Reads the workflow as GitHub does, and tells whether it asks, deploys and records in the right order.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

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

/** Whether a job has steps that run or are called like these, in this order. */
function goes({ steps }: z.infer<typeof job>, ...wanted: readonly RegExp[]): boolean {
  const texts = steps.map(({ name, run }) => `${name} ${run}`);
  const places = wanted.map((step) => texts.findIndex((text) => step.test(text)));
  return places.every((place, i) => place >= 0 && place > (places[i - 1] ?? -1));
}

/** What the workflow has to do, and whether it does. */
function checks({ on, env, jobs: { consumer, provider } }: Workflow): Readonly<Record<string, boolean>> {
  const webhook = z.object({ types: z.array(z.string()) }).safeParse(on['repository_dispatch']);
  const ask = (who: string, target: string) =>
    new RegExp(`can-i-deploy.*${who}.*--to-environment production|make ${target} TO=production`, 's');
  return {
    'every push is built': 'push' in on,
    [`the webhook's ${event} starts a build`]: webhook.data?.types.includes(event) ?? false,
    'the broker is named': env['PACT_BROKER_BASE_URL'] !== undefined,
    'the consumer tests, then publishes': goes(consumer, /make .*consumer/, /make publish/),
    'the consumer asks before it deploys': goes(
      consumer,
      /make publish/,
      ask('AdminService', 'deploy-consumer'),
      /Deploy the consumer/,
    ),
    'the consumer waits for the provider’s build': goes(consumer, /--retry-while-unknown/),
    'the consumer records what it deployed': goes(
      consumer,
      /Deploy the consumer/,
      /make record-deploy-consumer/,
    ),
    'the consumer is not built for a webhook': /event_name == 'push'/.test(consumer.if),
    'the provider verifies, then asks, deploys and records': goes(
      provider,
      /make provider/,
      ask('UserService', 'deploy-provider'),
      /Deploy the provider/,
      /make record-deploy-provider/,
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
