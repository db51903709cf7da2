import type { RowId } from '../../api/index.ts';
import type { Json, Observation } from '../../compare/observation.ts';
import type { Answered } from '../compare.ts';
import type { DocumentedDifference } from './documented-difference.ts';
import { sorted } from './sorted.ts';

const rows: readonly RowId[] = ['A40', 'A41', 'B23', 'B24', 'B25'];
const words = ['body.notices*', 'body.summary.reason'];
const everything = ['body.notices*', 'body.summary*', 'body.matrix*'];

interface Notice {
  readonly type: string;
  readonly text: string;
}

interface Row {
  readonly consumer: { readonly name: string; readonly version: { readonly number: string } };
  readonly provider: { readonly name: string };
  readonly verificationResult: object | null;
}

interface Verdict {
  readonly summary: { readonly deployable: boolean | null; readonly reason: string };
  readonly notices: readonly Notice[];
  readonly matrix: readonly Row[];
}

/** Both verdicts, where both brokers gave one. */
function verdictsOf({ official, embedded }: Answered): readonly [Verdict, Verdict] | undefined {
  const verdict = ({ status, body }: Observation) =>
    status === '200' ? (body as unknown as Verdict) : undefined;
  const [one, other] = [verdict(official), verdict(embedded)];
  return one && other && [one, other];
}

/** Both say the same in the same words, but for the advice that the embedded broker adds. */
function onlyAddsAdvice(answered: Answered): boolean {
  const [official, embedded] = verdictsOf(answered) ?? [];
  if (!official || !embedded) return false;
  const withoutAdvice = embedded.notices.filter(({ type }) => type !== 'prompt');
  return (
    official.summary.deployable === embedded.summary.deployable &&
    JSON.stringify(official.notices) === JSON.stringify(withoutAdvice) &&
    embedded.summary.reason.startsWith(`${official.summary.reason}\n`)
  );
}

/** The embedded broker never says yes where the official one does not. */
function isSafer(answered: Answered): boolean {
  const [official, embedded] = verdictsOf(answered) ?? [];
  return embedded?.summary.deployable !== true || official?.summary.deployable === true;
}

const parametersOf = ({ step }: Answered): URLSearchParams =>
  new URLSearchParams(step.path.slice(step.path.indexOf('?') + 1));

/** Whether two selectors are about one pacticipant. */
function asksTwiceAboutOne(answered: Answered): boolean {
  const names = parametersOf(answered).getAll('q[][pacticipant]');
  return new Set(names).size < names.length;
}

/** Whether versions are selected of which there may be several: all of a branch or with a tag, all in an environment. */
function picksSeveral({ step }: Answered): boolean {
  const selectors = step.path.split('q[][pacticipant]=').slice(1);
  const isOpen = (one: string) => /q\[\]\[(branch|tag)\]/.test(one) && !one.includes('q[][latest]');
  return step.path.includes('environment') || selectors.some(isOpen);
}

/** What the rows have in common of which `latestby` leaves one; nothing where it leaves all results. */
function placeOf({ consumer, provider }: Row, latestBy: string | null): string | undefined {
  if (latestBy !== 'cvp' && latestBy !== 'cp') return undefined;
  return JSON.stringify([consumer.name, latestBy === 'cvp' && consumer.version.number, provider.name]);
}

const withResult = ({ matrix }: Verdict): readonly Row[] =>
  matrix.filter(({ verificationResult }) => verificationResult !== null);

const inOrder = (rows: readonly Row[]): string =>
  JSON.stringify(sorted(rows as unknown as Json, 'environments'));

/**
 * The rows are the same, but for the selected versions without a result: the embedded broker has one for each. Where
 * `latestby` leaves one row of several, it can be such a row.
 */
function hasRowsWithoutResult(answered: Answered): boolean {
  const [official, embedded] = verdictsOf(answered) ?? [];
  if (!official || !embedded || !picksSeveral(answered) || !isSafer(answered)) return false;
  const latestBy = parametersOf(answered).get('latestby');
  const places = embedded.matrix
    .filter(({ verificationResult }) => verificationResult === null)
    .map((row) => placeOf(row, latestBy));
  const isShown = (row: Row) => {
    const place = placeOf(row, latestBy);
    return place === undefined || !places.includes(place);
  };
  return inOrder(withResult(official).filter(isShown)) === inOrder(withResult(embedded));
}

/** Of several live versions the official broker leaves the newest; the embedded one has its rows, and those of the others. */
function looksAtAllThatIsLive(answered: Answered): boolean {
  const [official, embedded] = verdictsOf(answered) ?? [];
  const parameters = parametersOf(answered);
  if (!official || !embedded || !parameters.has('environment') || !isSafer(answered)) return false;
  if (!['cvp', 'cp'].includes(parameters.get('latestby') ?? '')) return false;
  const rows = new Set(withResult(embedded).map((row) => inOrder([row])));
  return withResult(official).every((row) => rows.has(inOrder([row])));
}

/** The official broker looked at nothing, and the embedded one misses what the versions need. */
function looksAtNothing(answered: Answered): boolean {
  const [official, embedded] = verdictsOf(answered) ?? [];
  return official?.matrix.length === 0 && embedded?.matrix.length === 0 && isSafer(answered);
}

/** Both say the same; the official broker says some of it again. */
function repeatsItself(answered: Answered): boolean {
  const [official, embedded] = verdictsOf(answered) ?? [];
  if (!official || !embedded) return false;
  const withoutAdvice = embedded.notices.filter(({ type }) => type !== 'prompt');
  const once = [...new Map(official.notices.map((one) => [one.text, one])).values()];
  return (
    once.length < official.notices.length &&
    official.summary.deployable === embedded.summary.deployable &&
    JSON.stringify(once) === JSON.stringify(withoutAdvice)
  );
}

/** The badge of an environment: what the official broker is sure of, the embedded one is not. */
function badgeIsSafer({ official, embedded }: Answered): boolean {
  const colour = ({ badge }: Observation) => (badge as { readonly colour?: string } | undefined)?.colour;
  return colour(official) === 'brightgreen' && colour(embedded) === 'red';
}

const severalVersions = 'several live versions of a provider, one of them never verified';
const equalSelectors =
  'the same version twice, several versions of one pacticipant, versions without a contract between them';

/** What can-i-deploy says otherwise. */
export const verdicts: readonly DocumentedDifference[] = [
  { subject: 'a verdict that misses results', rows, places: words, when: onlyAddsAdvice },
  { subject: severalVersions, rows, places: everything, when: hasRowsWithoutResult },
  {
    subject: '`latestby=cvp` with an environment',
    rows: ['A40'],
    places: everything,
    when: looksAtAllThatIsLive,
  },
  { subject: severalVersions, rows: ['B31'], places: ['badge.colour'], when: badgeIsSafer },
  { subject: 'the same message twice', rows, places: words, when: repeatsItself },
  {
    subject: equalSelectors,
    rows: ['A40'],
    places: [...everything, 'body.errors*'],
    when: (answered) => asksTwiceAboutOne(answered) && isSafer(answered),
  },
  { subject: equalSelectors, rows: ['A40', 'B23'], places: everything, when: looksAtNothing },
];
