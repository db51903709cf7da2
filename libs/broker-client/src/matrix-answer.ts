import { NotAPactBrokerError } from './errors.ts';
import type { HalResource } from './hal.ts';

/** A consumer version, a provider version, and whether they work together. */
export interface MatrixRow {
  /** The consumer. */
  readonly consumer: {
    /** Its name. */
    readonly name: string;
    /** Its version. */
    readonly version: string;
  };
  /** The provider. */
  readonly provider: {
    /** Its name. */
    readonly name: string;
    /** Its version; undefined if no version has a result. */
    readonly version: string | undefined;
  };
  /** Null if there is no result. */
  readonly success: boolean | null;
  /** URL of the result in the broker; undefined if there is none. */
  readonly resultUrl: string | undefined;
  /** Whether the question asked to ignore the row: it does not count for the verdict. */
  readonly ignored: boolean;
}

/** The broker's answer to a question about the matrix. Source: docs/official-broker/matrix.md#answer. */
export interface MatrixAnswer {
  /** The verdict: `true` only for a yes, `false` for a no, null if results are missing. */
  readonly deployable: boolean | null;
  /** The broker's reasons, a sentence each. */
  readonly reasons: readonly string[];
  /** What the verdict is made from. */
  readonly rows: readonly MatrixRow[];
  /** Numbers of rows. */
  readonly summary: {
    /** Rows with a successful result. */
    readonly success: number;
    /** Rows with a failed result. */
    readonly failed: number;
    /** Rows without a result, and integrations without a row. */
    readonly unknown: number;
    /** Rows that do not count; undefined if the question ignores nothing. */
    readonly ignored?: number;
  };
}

/**
 * Reads the answer to a matrix query. Only the JSON value `true` is a yes; all but `true`, `false` and `null` are
 * errors.
 * @param url of the answer, for the error
 * @throws NotAPactBrokerError if it has no verdict, or a part of it has an unexpected shape
 */
export function matrixAnswer(body: HalResource, url: string): MatrixAnswer {
  const { summary, notices, matrix } = body;
  if (!isObject(summary) || !Array.isArray(matrix)) {
    throw new NotAPactBrokerError(url, 'its answer has no verdict');
  }
  const { deployable = null, reason, success = 0, failed = 0, unknown = 0, ignored } = summary;
  if (deployable !== null && typeof deployable !== 'boolean') {
    throw new NotAPactBrokerError(url, 'its verdict is neither true, false nor null');
  }
  if (![success, failed, unknown, ignored ?? 0].every((count) => typeof count === 'number')) {
    throw new NotAPactBrokerError(url, 'its counts are not numbers');
  }
  return {
    deployable,
    reasons: reasonsOf(notices, reason),
    rows: matrix.map((row) => rowOf(row, url)),
    summary: { success, failed, unknown, ...(ignored === undefined ? {} : { ignored }) } as Counts,
  };
}

type Counts = MatrixAnswer['summary'];

/** The broker's notices. A broker without notices has them in its reason, a line each. */
function reasonsOf(notices: unknown, reason: unknown): string[] {
  const texts = Array.isArray(notices)
    ? notices.map((notice: unknown) => (isObject(notice) ? notice['text'] : undefined))
    : typeof reason === 'string'
      ? reason.split('\n')
      : [];
  return texts.filter((text) => typeof text === 'string').filter(Boolean);
}

function rowOf(row: unknown, url: string): MatrixRow {
  const { consumer, provider, verificationResult, ignored } = fields(row);
  const consumerVersion = fields(fields(consumer)['version'])['number'];
  const providerVersion = fields(fields(provider)['version'])['number'];
  const names = [fields(consumer)['name'], fields(provider)['name'], consumerVersion];
  const { success = null, _links: links } = fields(verificationResult);
  const resultUrl = fields(fields(links)['self'])['href'];
  if (
    !names.every((name) => typeof name === 'string') ||
    ![providerVersion, resultUrl].every((text) => text === undefined || typeof text === 'string') ||
    (success !== null && typeof success !== 'boolean')
  ) {
    throw new NotAPactBrokerError(url, 'a row of its matrix has an unexpected shape');
  }
  const [consumerName, providerName, version] = names as [string, string, string];
  return {
    consumer: { name: consumerName, version },
    provider: { name: providerName, version: providerVersion as string | undefined },
    success,
    resultUrl: resultUrl as string | undefined,
    ignored: ignored === true,
  };
}

/** The fields of an object; none of another value, such as null in a row. */
function fields(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
