import { quoted } from './descriptions.ts';

const uuid = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
/** What Mock Service Worker names a request by: the digits of `Math.random().toString(16)`; fewer are rare. */
const requestId = /^[0-9a-f]{8,14}$/;

/**
 * Contracts whose interactions are all described by random ids change with each run.
 * The package `@pactflow/pact-msw-adapter` (3 and 4) takes Mock Service Worker's request ids for descriptions.
 * @param descriptions those of all interactions of a pact
 * @returns what is wrong and what to do; undefined where a single one is not random, or could be a word or a number
 */
export function randomDescriptions(descriptions: readonly string[]): string | undefined {
  const all = descriptions.length > 0 && descriptions.every((one) => uuid.test(one) || requestId.test(one));
  if (!all || !descriptions.some((one) => /\d/.test(one) && /[a-f]/i.test(one))) return undefined;
  return (
    `its descriptions are all random ids (${quoted(descriptions)}). With each run it is another contract, for which ` +
    'no earlier verification counts. Give each interaction a description that stays the same; with pact-msw-adapter, ' +
    'set them in the writer that is given to writeToFile.'
  );
}
