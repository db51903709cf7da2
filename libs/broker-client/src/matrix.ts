import type { BrokerClient } from './broker-client.ts';
import { matrixAnswer, type MatrixAnswer } from './matrix-answer.ts';

/** Selects versions of a pacticipant; with only a name, all of them. */
export interface Selector {
  /** Name of the pacticipant. */
  readonly pacticipant: string;
  /** Only this version. */
  readonly version?: string | undefined;
  /** The latest version; a text means the latest with that tag. */
  readonly latest?: boolean | string | undefined;
  /** All versions with this tag. */
  readonly tag?: string | undefined;
  /** The latest version of this branch. */
  readonly branch?: string | undefined;
  /** The latest version of the pacticipant's main branch. */
  readonly mainBranch?: boolean | undefined;
}

/**
 * Queries the matrix. No link leads there; its path is the one of the official clients.
 * @param target parameters for the place to deploy the selected versions to
 * @throws NotAPactBrokerError if the answer has no verdict, or rows of an unexpected shape
 */
export async function askMatrix(
  client: BrokerClient,
  selectors: readonly Selector[],
  target: Readonly<Record<string, string>>,
  ignore: readonly Selector[] = [],
): Promise<MatrixAnswer> {
  const query = [
    ...selectors.flatMap((selector) => selectorPairs('q', selector)),
    ...ignore.flatMap((selector) => selectorPairs('ignore', selector)),
    ...Object.entries(target),
  ].map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  const url = `${client.baseUrl}/matrix`;
  return matrixAnswer(await client.get(`${url}?${query.join('&')}`), url);
}

function selectorPairs(
  list: string,
  { pacticipant, version, latest, tag, branch, mainBranch }: Selector,
): [string, string][] {
  const fields: Record<string, string | undefined> = {
    pacticipant,
    version,
    latest: latest || branch !== undefined || mainBranch ? 'true' : undefined,
    tag: typeof latest === 'string' ? latest : tag,
    branch,
    mainBranch: mainBranch ? 'true' : undefined,
  };
  return Object.entries(fields).flatMap(([key, value]) =>
    value === undefined ? [] : [[`${list}[][${key}]`, value] as [string, string]],
  );
}
