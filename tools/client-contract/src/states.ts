import type { Fact } from './facts.ts';
import { statesOfEnvironments } from './states-of-environments.ts';
import { statesOfPacts } from './states-of-pacts.ts';
import { statesOfResults } from './states-of-results.ts';

/** States in which there is nothing. */
const statesOfNothing = [
  "'Condor' does not exist in the pact-broker",
  'no pact between Condor and the Pricing Service exists',
  'the pacticipant relations are present',
  "the 'Pricing Service' does not exist in the pact-broker",
  'the pb:environments relation exists in the index resource',
  'the pb:latest-tagged-version relation exists in the index resource',
  'the pb:latest-version relation exists in the index resource',
  'the pb:pacticipant-branch relation exists in the index resource',
  'the pb:pacticipant-version and pb:environments relations exist in the index resource',
  'the pb:publish-contracts relations exists in the index resource',
];

/** Every provider state of the contract: what is so in it, in the order in which it came about. */
export const states: Readonly<Record<string, readonly Fact[]>> = {
  ...statesOfPacts,
  ...statesOfResults,
  ...statesOfEnvironments,
  ...Object.fromEntries(statesOfNothing.map((name) => [name, []])),
};
