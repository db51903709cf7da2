import { isHash, MessagesError, textOf, type RackHash, type RackValue } from '../http/index.ts';

/** Picks versions of a pacticipant; with a name alone, any version. */
export interface Selector {
  readonly pacticipant: string;
  readonly version?: string | undefined;
  readonly latest?: boolean | undefined;
  readonly tag?: string | undefined;
  readonly branch?: string | undefined;
  readonly environment?: string | undefined;
  readonly mainBranch?: boolean | undefined;
}

/** Where the selected versions are to go; picks the versions of everything they are integrated with. */
export type Target = Omit<Selector, 'pacticipant' | 'version'>;

/** How many rows per consumer version, provider and provider version are looked at. */
export type LatestBy = 'cvp' | 'cvpv' | 'cp';

export interface MatrixQuery {
  readonly selectors: readonly Selector[];
  readonly ignore: readonly Selector[];
  readonly target: Target | undefined;
  readonly latestBy: LatestBy | undefined;
  /** Keeps only rows with one of these outcomes; null is "not verified". */
  readonly success: readonly (boolean | null)[] | undefined;
  /** How many rows are shown. The verdict always looks at all. */
  readonly limit: number;
}

const defaultLimit = 100;

/** What the validation needs to know of the broker's data. */
export interface Known {
  readonly pacticipant: (name: string) => boolean;
  readonly environment: (name: string) => boolean;
}

/**
 * Reads the query of `GET /matrix`.
 * Source: docs/official-broker/matrix.md#query.
 * @throws MessagesError with the official texts
 */
export function matrixQuery(query: RackHash, known: Known): MatrixQuery {
  const selectors = eachOnce(selectorsOf(query['q']));
  const ignore = selectorsOf(query['ignore']);
  const target: Target = {
    latest: isTrue(query['latest']),
    tag: filled(query['tag']),
    branch: filled(query['branch']),
    environment: filled(query['environment']),
    mainBranch: isTrue(query['mainBranch']),
  };
  const limit = textOf(query['limit']);
  const latestBy = textOf(query['latestby']);
  const errors = [
    ...(selectors.length === 0 ? ['Please provide 1 or more version selectors.'] : []),
    ...selectors.flatMap((selector) => selectorErrors(selector, known)),
    ...ignore.flatMap(ignoreErrors),
    ...targetErrors(target, known),
    ...(limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit) ? ['The limit must be 1 or greater.'] : []),
    ...(latestBy !== undefined && !['', 'cvp', 'cvpv', 'cp'].includes(latestBy)
      ? [`latestby must be one of: cvp, cvpv, cp, but was '${latestBy}'`]
      : []),
  ];
  if (errors.length > 0) throw new MessagesError(errors);
  return {
    selectors,
    ignore,
    target: Object.values(target).some(Boolean) ? target : undefined,
    latestBy: latestBy === '' ? undefined : (latestBy as LatestBy | undefined),
    success: successOf(query['success']),
    limit: limit === undefined ? defaultLimit : Number(limit),
  };
}

function selectorOf(hash: RackHash): Selector {
  return {
    pacticipant: textOf(hash['pacticipant']) ?? '',
    version: filled(hash['version']),
    latest: isTrue(hash['latest']),
    tag: filled(hash['tag']),
    branch: filled(hash['branch']),
    environment: filled(hash['environment']),
    mainBranch: isTrue(hash['mainBranch']),
  };
}

function selectorErrors({ pacticipant, version, latest }: Selector, known: Known): string[] {
  if (pacticipant === '') return ['Please specify the pacticipant name'];
  return [
    ...(known.pacticipant(pacticipant) ? [] : [`Pacticipant ${pacticipant} not found`]),
    ...(version !== undefined && latest
      ? [`A version number and latest flag cannot both be specified for ${pacticipant}`]
      : []),
  ];
}

/** What is to be ignored need not be there. */
function ignoreErrors({ pacticipant, version, latest }: Selector): string[] {
  if (pacticipant === '') return ['Please specify the pacticipant name to ignore'];
  return version !== undefined && latest
    ? [`A version number and latest flag cannot both be specified for ${pacticipant} to ignore`]
    : [];
}

function targetErrors({ tag, environment, mainBranch, latest }: Target, known: Known): string[] {
  return [
    ...([tag, environment, mainBranch].filter(Boolean).length > 1
      ? ['Cannot specify more than one of tag, environment and mainBranch.']
      : []),
    ...(latest && environment ? ['Cannot specify both latest=true and an environment.'] : []),
    ...(environment !== undefined && !known.environment(environment)
      ? [`Environment with name '${environment}' does not exist`]
      : []),
  ];
}

function successOf(value: RackValue | undefined): (boolean | null)[] | undefined {
  if (value === undefined || isHash(value)) return undefined;
  return [value].flat().map((item) => (item === 'true' ? true : item === '' || item === null ? null : false));
}

/** The text of a parameter; one without a value counts as not given. */
function filled(value: RackValue | undefined): string | undefined {
  return textOf(value) || undefined;
}

/** The selectors of a list; an item that is not a hash does not name a pacticipant. */
function selectorsOf(value: RackValue | undefined): Selector[] {
  return Array.isArray(value) ? value.map((item) => selectorOf(isHash(item) ? item : {})) : [];
}

/** Who asks twice about the same version asks about one. */
function eachOnce(selectors: readonly Selector[]): Selector[] {
  return [...new Map(selectors.map((selector) => [JSON.stringify(selector), selector])).values()];
}

function isTrue(value: RackValue | undefined): boolean {
  return value === 'true';
}
