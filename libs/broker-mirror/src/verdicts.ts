import { askMatrix, BrokerResponseError } from '@pact-workshop/broker-client';
import { headsOf } from './carry/index.ts';
import type { Inventory } from './inventory/index.ts';
import { mapConcurrently, type LaneOptions } from './lanes.ts';
import type { Side } from './side.ts';

export interface Verdicts {
  readonly asked: number;
  readonly differences: readonly string[];
}

interface Question {
  readonly pacticipant: string;
  readonly version: string;
  readonly environment: string;
}

/**
 * Asks both brokers whether the latest version of each main branch (or the latest of all, where there is none) and each
 * deployed version can be deployed to each environment, and compares the answers.
 */
export async function compareVerdicts(
  from: Side,
  to: Side,
  source: Inventory,
  options: LaneOptions,
): Promise<Verdicts> {
  const questions = questionsAbout(source);
  const differences = await mapConcurrently(questions, options, async (question) => {
    const { pacticipant, version, environment } = question;
    const [here, there] = await Promise.all([ask(from, question), ask(to, question)]);
    if (here.verdict === there.verdict) return [];
    return [`${pacticipant} ${version} to ${environment}: ${here.text}, at the target ${there.text}`];
  });
  return { asked: questions.length, differences: differences.flat() };
}

/** A broker that fails at a question is no reason to leave the others unasked. */
async function ask({ client }: Side, { pacticipant, version, environment }: Question) {
  try {
    const target = { latestby: 'cvpv', environment };
    const { deployable, reasons } = await askMatrix(client, [{ pacticipant, version }], target);
    const verdict = deployable === null ? 'unknown' : deployable ? 'yes' : 'no';
    return { verdict, text: `${verdict} (${reasons.join('; ')})` };
  } catch (error) {
    if (!(error instanceof BrokerResponseError)) throw error;
    return { verdict: 'failed', text: `no answer (${error.message})` };
  }
}

function questionsAbout({ pacticipants, deployments, environments }: Inventory): Question[] {
  const deployed = Map.groupBy(
    deployments.filter(({ isCurrent }) => isCurrent),
    ({ pacticipant }) => pacticipant,
  );
  return pacticipants.flatMap((pacticipant) => {
    const { name, attributes, versions } = pacticipant;
    const main = headsOf(pacticipant).get(attributes.mainBranch ?? '') ?? versions.at(-1)?.number;
    const live = (deployed.get(name) ?? []).map(({ version }) => version);
    const asked = new Set(main === undefined ? live : [main, ...live]);
    return [...asked].flatMap((version) =>
      environments.map((environment) => ({ pacticipant: name, version, environment: environment.name })),
    );
  });
}
