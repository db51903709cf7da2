import { post } from '../post.ts';
import { noValues, type ChangeState, type StateAnswer } from './state-handlers.ts';

/**
 * State changes by HTTP, for a provider in any language: it gets the requests of Pact's verifiers. The text of the
 * change is sent unchanged.
 * @returns a function that throws if the answer is not a success
 */
export function byUrl(url: string, timeoutMs: number): ChangeState {
  return async ({ text }) => valuesIn((await post(url, text, timeoutMs)).body.toString('utf8'));
}

/** The values in an answer; none in an empty one or another text. */
function valuesIn(body: string): StateAnswer {
  try {
    const values: unknown = JSON.parse(body);
    if (typeof values === 'object' && values !== null && !Array.isArray(values)) {
      return { text: body, names: Object.keys(values) };
    }
  } catch {
    // not JSON
  }
  return noValues;
}
