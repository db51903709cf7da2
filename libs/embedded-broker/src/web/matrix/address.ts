import type { MatrixQuery, Selector } from '../../matrix/index.ts';

/** The query string that asks the API's `/matrix`, and its page, this question. */
export function queryString({ selectors, ignore, target, latestBy, success, limit }: MatrixQuery): string {
  const pairs: [string, string][] = [
    ...selectors.flatMap((selector) => selectorPairs('q', selector)),
    ...ignore.flatMap((selector) => selectorPairs('ignore', selector)),
    ...fieldPairs(target ?? {}),
    ...(latestBy === undefined ? [] : [['latestby', latestBy] as [string, string]]),
    ...(success ?? []).map((one): [string, string] => ['success[]', one === null ? '' : String(one)]),
    ...(limit < Number.MAX_SAFE_INTEGER ? [['limit', String(limit)] as [string, string]] : []),
  ];
  return pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&');
}

function selectorPairs(list: string, selector: Selector): [string, string][] {
  return fieldPairs(selector).map(([name, value]) => [`${list}[][${name}]`, value]);
}

/** The criteria that are set, in an order of their own: a pacticipant's name starts a new selector. */
function fieldPairs(fields: Partial<Selector>): [string, string][] {
  const { pacticipant, version, branch, tag, environment, latest, mainBranch } = fields;
  const all = { pacticipant, version, branch, tag, environment, latest, mainBranch };
  return Object.entries(all).flatMap(([name, value]) =>
    value === undefined || value === false || value === '' ? [] : [[name, String(value)]],
  );
}
