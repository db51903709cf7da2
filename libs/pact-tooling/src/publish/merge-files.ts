import { parse, stringify } from 'lossless-json';
import type { PactFile } from '../pact/index.ts';
import { PactFileError, pactDocument, refuseDuplicates } from '../pact/index.ts';

type Lists = { interactions?: unknown[]; messages?: unknown[] };

/**
 * One pact for each consumer and provider. Several files of the same pair (as from a divided test suite) are merged;
 * the spelling of numbers does not change. A single file keeps its bytes.
 * @throws PactFileError if two files contradict each other
 */
export function mergeFiles(files: readonly PactFile[]): PactFile[] {
  const groups = Map.groupBy(files, ({ consumer, provider }) => JSON.stringify([consumer, provider]));
  return [...groups.values()].map((group) => {
    const [first, ...rest] = group as [PactFile, ...PactFile[]];
    return rest.reduce(mergeTwo, first);
  });
}

function mergeTwo(a: PactFile, b: PactFile): PactFile {
  const source = `${a.source} + ${b.source}`;
  const left = parse(a.bytes.toString('utf8')) as Lists;
  const right = parse(b.bytes.toString('utf8')) as Lists;
  const merged = { ...left };
  for (const list of ['interactions', 'messages'] as const) {
    const known = new Set((left[list] ?? []).map((item) => stringify(item)));
    const added = (right[list] ?? []).filter((item) => !known.has(stringify(item)));
    if (left[list] || right[list]) merged[list] = [...(left[list] ?? []), ...added];
  }
  const bytes = Buffer.from(stringify(merged) ?? '');
  const pact = { ...pactDocument(JSON.parse(bytes.toString('utf8')), source), bytes };
  try {
    refuseDuplicates(pact);
  } catch (error) {
    throw new PactFileError(`Can't put ${a.source} and ${b.source} together: ${(error as Error).message}`);
  }
  return pact;
}
