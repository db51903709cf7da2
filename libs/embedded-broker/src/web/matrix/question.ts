import { isHash, textOf, type RackHash, type RackValue } from '../../http/index.ts';

/** How many rows the page shows at most: more would be for programs, which ask the API. */
export const mostRows = 500;

/** The fields of a selector as the form holds them: as typed, right or wrong. */
export type SelectorFields = Readonly<Partial<Record<SelectorField, string>>>;

const selectorFields = [
  'pacticipant',
  'version',
  'branch',
  'tag',
  'environment',
  'latest',
  'mainBranch',
] as const;

export type SelectorField = (typeof selectorFields)[number];

/** Which versions a selector is for, as the form names it. */
export const selectorKinds = [
  ['all', 'All versions'],
  ['latest', 'Latest version'],
  ['version', 'Version number…'],
  ['latest-branch', 'Latest version from branch…'],
  ['branch', 'All versions from branch…'],
  ['main-branch', 'Latest version from the main branch'],
  ['environment', 'Versions in environment…'],
  ['latest-tag', 'Latest version with tag…'],
  ['tag', 'All versions with tag…'],
] as const;

export type SelectorKind = (typeof selectorKinds)[number][0];

/** The kind of a selector. */
export function kindOf({
  version,
  branch,
  tag,
  environment,
  latest,
  mainBranch,
}: SelectorFields): SelectorKind {
  if (version) return 'version';
  if (branch) return latest ? 'latest-branch' : 'branch';
  if (tag) return latest ? 'latest-tag' : 'tag';
  if (environment) return 'environment';
  if (mainBranch) return 'main-branch';
  return latest ? 'latest' : 'all';
}

/**
 * The question without what was left empty: a form sends its empty fields too, and the API would take an empty second
 * selector for one without a name.
 */
export function withoutBlanks(query: RackHash): RackHash {
  const filled = Object.entries(query).filter(([key, value]) => key === 'success' || !isBlank(value));
  return Object.fromEntries(
    filled.map(([key, value]) => [
      key,
      Array.isArray(value) && key !== 'success' ? filledHashes(value) : value,
    ]),
  );
}

/** The selectors of a question, to fill the form with. */
export function selectorsIn(query: RackHash): SelectorFields[] {
  const list = query['q'];
  if (!Array.isArray(list)) return [];
  return list.filter(isHash).map((hash) =>
    Object.fromEntries(
      selectorFields.flatMap((field) => {
        const text = textOf(hash[field]);
        return text ? [[field, text]] : [];
      }),
    ),
  );
}

function filledHashes(list: readonly RackValue[]): RackValue[] {
  return list
    .map((item) =>
      isHash(item) ? Object.fromEntries(Object.entries(item).filter(([, value]) => !isBlank(value))) : item,
    )
    .filter((item) => !isHash(item) || Object.keys(item).length > 0);
}

function isBlank(value: RackValue): boolean {
  return value === '' || value === null;
}
