import { preformatted } from '../components/preformatted.ts';
import type { Reason, Verdict } from '../../matrix/index.ts';
import { copyButton } from '../components/shortened.ts';
import { status, type Tone } from '../components/status.ts';
import { html, type Content } from '../html.ts';
import { page } from '../layout.ts';
import { rowsTable } from '../matrix/rows-table.ts';
import type { PageCall } from '../page-route.ts';
import { adviceOn } from './advice.ts';
import type { DeployAnswer } from './answer.ts';
import { commandLines } from './command-lines.ts';
import { destinationOf, subjectOf } from './question.ts';

/**
 * Whether something can be deployed, and why.
 * @param answer undefined as long as nothing, or something impossible, was asked
 */
export function canIDeployPage(
  form: Content,
  answer: DeployAnswer | undefined,
  problems: readonly string[],
  call: PageCall,
): string {
  return page(
    { title: 'Can I deploy?', section: 'can-i-deploy', links: call.links },
    html`${
      problems.length > 0 &&
      html`<div class="message bad" role="alert">${problems.map((text) => html`<p>${text}</p>`)}</div>`
    }
    ${form} ${answer && answerOf(answer, call)}`,
  );
}

function answerOf(answer: DeployAnswer, call: PageCall): Content {
  const { question, verdict, query } = answer;
  const [tone, word, words, more = ''] = inWords(verdict.deployable);
  return html`<section class=${`message ${tone}`} aria-labelledby="answer">
      <h2 id="answer">${status(tone, word)}</h2>
      <p><strong>${capital(subjectOf(question))}</strong> ${words} ${destinationOf(question)}${more}.</p>
    </section>
    <h2>Why</h2>
    ${verdict.reasons.map((reason, i) => reasonOf(reason, i, answer, call))}
    <p><a href=${`${call.links.to('/matrix')}?${query}`}>All rows of the matrix for this question</a></p>
    <h2>The same question in a terminal or a pipeline</h2>
    ${commandLines(question, call.urls.base).map(
      ({ label, line }) =>
        html`<h3>${label} ${copyButton(line, `Copy the line ${label.toLowerCase()}`)}</h3>
          ${preformatted(label, line)}`,
    )}`;
}

function inWords(
  deployable: Verdict['deployable'],
): [tone: Tone, word: string, words: string, more?: string] {
  if (deployable === true) return ['good', 'Yes', 'can be deployed'];
  if (deployable === false) return ['bad', 'No', 'cannot be deployed'];
  return [
    'open',
    'Unknown',
    'should not be deployed',
    ' as long as results are missing: nobody knows whether it would work',
  ];
}

const kinds: Readonly<Record<Reason['type'], readonly [Tone, string]>> = {
  success: ['good', 'OK'],
  error: ['bad', 'Blocking'],
  warning: ['open', 'Note'],
};

function reasonOf(reason: Reason, index: number, answer: DeployAnswer, call: PageCall): Content {
  const { type, text, rows } = reason;
  const isMissing = type === 'error' && rows.length > 0 && rows.every(({ result }) => result === null);
  const [tone, word] = isMissing ? (['open', 'Missing'] as const) : kinds[type];
  const advice = adviceOn(reason, answer, call.urls);
  return html`<section class="reason">
    <p>${status(tone, word)} ${text}</p>
    ${
      advice.length > 0 &&
      html`<h3>What to do</h3>
        <ul>
          ${advice.map((sentence) => html`<li>${sentence}</li>`)}
        </ul>`
    }
    ${
      rows.length > 0 &&
      rowsTable(
        `Rows behind reason ${index + 1}`,
        rows.map((row) => ({ row, ignored: false })),
        answer.factsOf,
        call,
      )
    }
  </section>`;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
