import type { Observation } from '../../compare/observation.ts';
import type { Answered } from '../compare.ts';
import type { DocumentedDifference } from './documented-difference.ts';

const words = [
  'body._embedded.pacts[].shortDescription',
  'body._embedded.pacts[].verificationProperties.notices[].text',
];

interface Selected {
  readonly _links: { readonly self: { readonly href: string } };
  readonly shortDescription: string;
  readonly verificationProperties: {
    readonly wip?: boolean;
    readonly notices: readonly { readonly text: string }[];
  };
}

const selectedBy = ({ body }: Observation): readonly Selected[] =>
  (body as unknown as { readonly _embedded: { readonly pacts: readonly Selected[] } })._embedded.pacts;

/** Words that only tell how many there are. */
const ofNumber = new Set([
  'a',
  'and',
  'all',
  'both',
  'have',
  'has',
  'this',
  'these',
  'the',
  'same',
  'content',
]);

/** The words of a text, each once, in one order, without those that only tell how many there are. */
const wordsOf = (text: string): string =>
  [...new Set(text.split(/[\s,.()']+/).map((word) => word.replace(/^(version|branch|tag)(e?s)$/, '$1')))]
    .filter((word) => !ofNumber.has(word))
    .sort()
    .join(' ');

/** Where a pact differs, it is in progress, and its texts have the same words. */
function sameWords(one: Selected, other: Selected | undefined): boolean {
  if (other === undefined) return false;
  if (JSON.stringify(one) === JSON.stringify(other)) return true;
  const texts = ({ shortDescription, verificationProperties: { notices } }: Selected) =>
    wordsOf([shortDescription, ...notices.map(({ text }) => text)].join(' '));
  return one.verificationProperties.wip === true && texts(one) === texts(other);
}

function sameOnceSorted({ official, embedded }: Answered): boolean {
  const others = selectedBy(embedded);
  return selectedBy(official).every((one, index) => sameWords(one, others[index]));
}

/** For tags of a provider more is offered as in progress, and nothing else differs. */
function offersMoreInProgress({ step, official, embedded }: Answered): boolean {
  const { providerVersionTags = [] } = (step.body ?? {}) as {
    readonly providerVersionTags?: readonly string[];
  };
  if (providerVersionTags.length === 0) return false;
  const pacts = selectedBy(official);
  const known = pacts.map(({ _links }) => _links.self.href);
  const others = selectedBy(embedded).filter(
    ({ verificationProperties: { wip }, _links }) => !wip || known.includes(_links.self.href),
  );
  return pacts.length === others.length && pacts.every((one, index) => sameWords(one, others[index]));
}

/** The lines of each text are the same, but for the order of those about all versions with a tag. */
function sameTaggedVersions({ official, embedded }: Answered): boolean {
  const texts = (one: Observation) =>
    JSON.stringify(
      selectedBy(one).map(({ shortDescription, verificationProperties: { notices } }) => [
        shortDescription,
        ...notices.map(({ text }) => taggedInOrder(text)),
      ]),
    );
  return texts(official) === texts(embedded);
}

/** The reasons of a text, with those for all versions of one tag, which stand together, in one order. */
const taggedInOrder = (text: string): string =>
  text.replace(/(?:^ {4}\* all .* versions tagged .*$\n?)+/gm, (lines) =>
    lines.split('\n').sort().join('\n'),
  );

/** Whether a selector names an environment. */
const namesEnvironment = ({ step }: Answered): boolean =>
  JSON.stringify(step.body ?? null).includes('"environment":');

/** What is said otherwise of the pacts that a provider has to verify. */
export const selections: readonly DocumentedDifference[] = [
  {
    subject: 'words of pacts that are in progress',
    rows: ['A13'],
    places: words,
    when: sameOnceSorted,
  },
  {
    subject: "work in progress for a provider's tag that was removed, or whose version was deleted",
    rows: ['A13'],
    places: ['body._embedded.pacts*'],
    when: offersMoreInProgress,
  },
  {
    subject: 'order of several versions with a tag, of which one was published again',
    rows: ['A13'],
    places: words,
    when: sameTaggedVersions,
  },
  { subject: 'the selector `environment`', rows: ['A13'], places: words, when: namesEnvironment },
];
