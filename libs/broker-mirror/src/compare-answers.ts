import { askMatrix, BrokerResponseError } from '@pact-workshop/broker-client';
import { headsOf } from './copy/index.ts';
import type { Inventory } from './inventory/index.ts';
import { mapConcurrently, type ConcurrencyOptions } from './concurrency.ts';
import type { ConnectedBroker } from './connected-broker.ts';

/** What both brokers answer to the same questions. */
export interface AnswerComparison {
  /** Number of questions. */
  readonly asked: number;
  /** The questions with different answers, a line each. */
  readonly differences: readonly string[];
}

interface Question {
  readonly pacticipant: string;
  readonly version: string;
  readonly environment: string;
}

/**
 * Asks both brokers what can be deployed to each environment: the latest version of each main branch (or of all
 * versions, if there is no main branch), and each deployed version. Compares the answers.
 */
export async function compareAnswers(
  from: ConnectedBroker,
  to: ConnectedBroker,
  source: Inventory,
  options: ConcurrencyOptions,
): Promise<AnswerComparison> {
  const questions = questionsAbout(source);
  const differences = await mapConcurrently(questions, options, async (question) => {
    const { pacticipant, version, environment } = question;
    const [here, there] = await Promise.all([ask(from, question), ask(to, question)]);
    if (here.answer === there.answer) return [];
    return [`${pacticipant} ${version} to ${environment}: ${here.text}, at the target ${there.text}`];
  });
  return { asked: questions.length, differences: differences.flat() };
}

/** A broker's error is one of its answers, so that the other questions are asked as well. */
async function ask({ client }: ConnectedBroker, { pacticipant, version, environment }: Question) {
  try {
    const target = { latestby: 'cvpv', environment };
    const { deployable, reasons } = await askMatrix(client, [{ pacticipant, version }], target);
    const answer = deployable === null ? 'unknown' : deployable ? 'yes' : 'no';
    return { answer, text: `${answer} (${reasons.join('; ')})` };
  } catch (error) {
    if (!(error instanceof BrokerResponseError)) throw error;
    return { answer: 'failed', text: `no answer (${error.message})` };
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
