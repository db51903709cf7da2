import { get, post, type Subject } from '../http/step.ts';
import { refusals } from './refusals.ts';

/** What is left: pages about the API, and addresses that only serve to look at the broker itself. */
export const pages: Subject = {
  name: 'pages about the API',
  steps: [
    get('B44', 'a relation of the index', '/doc/publish-pact?context=index', {
      accept: 'text/html',
      compares: 'status and headers',
    }),
    get('B44', 'a relation of a pact', '/doc/diff?context=pact', {
      accept: 'text/html',
      compares: 'status and headers',
    }),
    get('B44', 'webhooks', '/doc/webhooks?context=index', {
      accept: 'text/html',
      compares: 'status and headers',
    }),
    get('B44', 'a relation that is not there', '/doc/nothing?context=index', {
      accept: 'text/html',
      compares: 'status and headers',
    }),
    get('B45', 'the page', '/hal-browser/browser.html', {
      accept: 'text/html',
      compares: 'status and headers',
    }),
    get('C11', 'by GET', '/test/error'),
    get('C11', 'as a problem', '/test/error', { accept: 'application/hal+json, application/problem+json' }),
    post('C11', 'by POST', '/test/error', {}),
    ...refusals('C11', '/test/error', { without: 'PUT', negotiates: false }),
    get('C12', 'the traces', '/trace', { accept: 'text/html' }),
  ],
};
