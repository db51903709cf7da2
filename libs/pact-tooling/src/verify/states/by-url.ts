import { post } from '../post.ts';
import { noValues, type ChangeState, type StateAnswer } from './state-handlers.ts';

/**
 * State changes by HTTP: whatever the provider is written in, it takes what Pact's verifiers send. The text of the
 * change is passed on as it is.
 * @param url where to
 * @returns a function that throws when the answer is not a success
 */
export function byUrl(url: string, timeoutMs: number): ChangeState {
  return async ({ text }) => valuesIn((await post(url, text, timeoutMs)).body.toString('utf8'));
}

/** Many endpoints answer with nothing, or some text: that is no values. */
function valuesIn(body: string): StateAnswer {
  try {
    const values: unknown = JSON.parse(body);
    if (typeof values === 'object' && values !== null && !Array.isArray(values)) {
      return { text: body, names: Object.keys(values) };
    }
  } catch {
    // no JSON
  }
  return noValues;
}
