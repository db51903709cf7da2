import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const rules = z.record(z.string(), z.unknown()).optional();
const content = z.object({ content: z.unknown() }).nullish();
const side = z.object({
  headers: z.record(z.string(), z.unknown()).nullish(),
  body: content,
  matchingRules: z.object({ body: rules }).nullish(),
});

/** What is read of an interaction in a pact file (specification V4): a request with its response, or a message. */
const interaction = z.object({
  description: z.string(),
  providerStates: z.array(z.object({ name: z.string() })).nullish(),
  request: side.extend({ method: z.string(), path: z.string() }).optional(),
  response: side.extend({ status: z.number() }).optional(),
  contents: content,
  matchingRules: z.object({ body: rules }).nullish(),
});

const pact = z.object({
  consumer: z.object({ name: z.string() }).optional(),
  interactions: z.array(interaction),
});

export type WrittenInteraction = z.infer<typeof interaction> & {
  /** Name of the consumer, where the file has one. */
  readonly consumer?: string | undefined;
};

/**
 * The interactions of all pact files in a workspace's `pacts/`; none when there is no pact file.
 * @throws Error that names a file which is no pact
 */
export function writtenInteractions(workspace: string): WrittenInteraction[] {
  const folder = join(workspace, 'pacts');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return names.flatMap((name) => {
    try {
      const { consumer, interactions } = pact.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
      return interactions.map((one) => ({ ...one, consumer: consumer?.name }));
    } catch (error) {
      throw new Error(`pacts/${name} is not a pact.`, { cause: error });
    }
  });
}
