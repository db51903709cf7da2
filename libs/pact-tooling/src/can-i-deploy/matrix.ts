import type { BrokerClient } from '../broker/index.ts';
import { NotAPactBrokerError, type HalResource } from '../broker/index.ts';

/** Picks versions of a pacticipant. With a name alone: any. */
export interface Selector {
  readonly pacticipant: string;
  readonly version?: string | undefined;
  /** The latest version; a text asks for the latest with that tag. */
  readonly latest?: boolean | string | undefined;
  readonly tag?: string | undefined;
  readonly branch?: string | undefined;
  readonly mainBranch?: boolean | undefined;
}

/** A consumer version, a provider version, and whether they work together. */
export interface MatrixRow {
  readonly consumer: { readonly name: string; readonly version: string };
  readonly provider: { readonly name: string; readonly version: string | undefined };
  /** Null when there is no result. */
  readonly success: boolean | null;
  readonly resultUrl: string | undefined;
  readonly ignored: boolean;
}

export interface MatrixAnswer {
  readonly deployable: boolean | null;
  readonly reasons: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly summary: {
    readonly success: number;
    readonly failed: number;
    readonly unknown: number;
    readonly ignored?: number;
  };
}

/**
 * Asks the matrix. Its path is the one that official clients use too: no link leads there.
 * @param target parameters that say where the selected versions are to go
 * @throws NotAPactBrokerError when the answer has no verdict
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
  return answerOf(await client.get(`${url}?${query.join('&')}`), url);
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

function answerOf(body: HalResource, url: string): MatrixAnswer {
  const { summary, notices, matrix } = body as unknown as {
    summary?: {
      deployable?: boolean | null;
      reason?: string;
      success?: number;
      failed?: number;
      unknown?: number;
      ignored?: number;
    };
    notices?: { text: string }[];
    matrix?: RawRow[];
  };
  if (!summary || !Array.isArray(matrix)) throw new NotAPactBrokerError(url, 'its answer has no verdict');
  const { deployable = null, success = 0, failed = 0, unknown = 0, ignored } = summary;
  return {
    deployable,
    reasons: notices?.map(({ text }) => text) ?? (summary.reason ?? '').split('\n').filter(Boolean),
    rows: matrix.map(rowOf),
    summary: { success, failed, unknown, ...(ignored === undefined ? {} : { ignored }) },
  };
}

interface RawRow {
  readonly consumer: { name: string; version: { number: string } };
  readonly provider: { name: string; version: { number: string } | null };
  readonly verificationResult: { success: boolean; _links?: { self?: { href?: string } } } | null;
  readonly ignored?: boolean;
}

function rowOf({ consumer, provider, verificationResult, ignored }: RawRow): MatrixRow {
  return {
    consumer: { name: consumer.name, version: consumer.version.number },
    provider: { name: provider.name, version: provider.version?.number },
    success: verificationResult?.success ?? null,
    resultUrl: verificationResult?._links?.self?.href,
    ignored: ignored ?? false,
  };
}
