import { findEnvironmentByName } from '../../environments/index.ts';
import { MessagesError, type Routing } from '../../http/index.ts';
import type { Known } from '../../matrix/index.ts';
import { findPacticipant } from '../../pacticipants/index.ts';
import { choicesFor } from '../matrix/choices.ts';
import { seeOther, type PageCall, type PageRoute } from '../page-route.ts';
import { answerTo, type DeployAnswer } from './answer.ts';
import { deployForm } from './form.ts';
import { canIDeployPage } from './page.ts';
import { questionIn, type DeployQuestion } from './question.ts';

/** Whether something can be deployed: a page of its own, to which the official addresses of such questions lead. */
export function canIDeployPages({ database }: Routing): PageRoute[] {
  const known: Known = {
    pacticipant: (name) => findPacticipant(database, name) !== undefined,
    environment: (name) => findEnvironmentByName(database, name) !== undefined,
  };
  const answerOrProblems = (
    question: Partial<DeployQuestion>,
  ): { answer?: DeployAnswer; problems: readonly string[] } => {
    const { pacticipant } = question;
    if (pacticipant === undefined) {
      return { problems: Object.keys(question).length > 0 ? ['Please say which pacticipant'] : [] };
    }
    try {
      return { answer: answerTo(database, { ...question, pacticipant }, known), problems: [] };
    } catch (error) {
      if (!(error instanceof MessagesError)) throw error;
      return { problems: error.messages };
    }
  };
  return [
    {
      path: '/can-i-deploy',
      get(call) {
        const question = questionIn(call.query);
        const choices = choicesFor(
          database,
          question.pacticipant === undefined ? [] : [question.pacticipant],
        );
        const { answer, problems } = answerOrProblems(question);
        return canIDeployPage(deployForm(question, choices, call.links), answer, problems, call);
      },
    },
    {
      path: '/pacticipants/:pacticipant/latest-version/:tag/can-i-deploy/to/:to',
      get: (call) => seeOther(addressOf(call, ['pacticipant', 'tag', 'to'])),
    },
    {
      path: '/pacticipants/:pacticipant/branches/:branch/latest-version/can-i-deploy/to-environment/:environment',
      get: (call) => seeOther(addressOf(call, ['pacticipant', 'branch', 'environment'])),
    },
  ];
}

function addressOf({ links, params }: PageCall, names: readonly string[]): string {
  const query = names.map((name) => `${name}=${encodeURIComponent(params[name] ?? '')}`);
  return `${links.to('/can-i-deploy')}?${query.join('&')}`;
}
