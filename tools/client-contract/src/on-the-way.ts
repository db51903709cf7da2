/**
 * Queries with several selectors, as the client sends them. A pact file of specification 2 sorts them by name, after which
 * nobody can tell which version is whose.
 */
const queries = [
  'q[][pacticipant]=Foo+Thing&q[][version]=1.2.3&q[][pacticipant]=Bar&q[][version]=4.5.6&latestby=cvpv',
  'q[][pacticipant]=Foo&q[][version]=1.2.3&q[][pacticipant]=Bar&q[][version]=4.5.6&latestby=cvpv',
  'q[][pacticipant]=Foo&q[][version]=1.2.3&q[][pacticipant]=Bar&q[][version]=9.9.9&latestby=cvpv',
  'q[][pacticipant]=Wiffle&q[][version]=1.2.3&q[][pacticipant]=Meep&q[][version]=9.9.9&latestby=cvpv',
  'q[][pacticipant]=Foo&q[][version]=1.2.4&q[][pacticipant]=Bar&q[][latest]=true&latestby=cvpv',
  'q[][pacticipant]=Foo&q[][version]=1.2.3&q[][pacticipant]=Bar&q[][latest]=true&q[][tag]=prod&latestby=cvpv',
  'q[][pacticipant]=Bar&q[][version]=4.5.6&q[][pacticipant]=Foo&q[][tag]=prod&latestby=cvpv&ignore[][pacticipant]=Foo&ignore[][version]=3.4.5',
].map((text) => new URLSearchParams(text));

const asSent = new Map(queries.map((query) => [sorted(query), query.toString()]));

/**
 * The path and query that the client means by those of the contract.
 * @param idsHere ids that the contract has fixed, with those of the broker
 */
export function meant(url: string, idsHere: ReadonlyMap<string, string>): string {
  const [path = '', query] = url.split('?');
  const here = [...idsHere].reduce((text, [fixed, id]) => text.replaceAll(fixed, id), path);
  if (query === undefined) return here;
  return `${here}?${asSent.get(sorted(new URLSearchParams(query))) ?? query}`;
}

/** A query sorted by name, as a pact file has it. */
function sorted(query: URLSearchParams): string {
  const copy = new URLSearchParams(query);
  copy.sort();
  return copy.toString();
}
