import { quoted } from './descriptions.ts';

const uuid = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
/** The id of a request in Mock Service Worker: the digits of `Math.random().toString(16)`; fewer are rare. */
const requestId = /^[0-9a-f]{8,14}$/;

/**
 * A contract whose descriptions are all random ids changes with each run.
 * The package `@pactflow/pact-msw-adapter` (3 and 4) uses Mock Service Worker's request ids as descriptions.
 * @param descriptions those of all interactions of a pact
 * @returns the problem with advice; undefined if one of them is not random, or all could be words or numbers
 */
export function randomDescriptions(descriptions: readonly string[]): string | undefined {
  const all = descriptions.length > 0 && descriptions.every((one) => uuid.test(one) || requestId.test(one));
  if (!all || !descriptions.some((one) => /\d/.test(one) && /[a-f]/i.test(one))) return undefined;
  return (
    `its descriptions are all random ids (${quoted(descriptions)}). Each run produces another contract, for ` +
    'which no earlier verification counts. Give each interaction a constant description; with pact-msw-adapter, ' +
    'set it in the writer that you give to writeToFile.'
  );
}
