/** Finds a value that is a broker's own or the run's, and says what takes its place. */
export type OwnValue = readonly [
  pattern: RegExp,
  replacement: (found: string, ...groups: string[]) => string,
];

/** What differs from run to run. Forms are kept: a time without its zone stays visible. */
export const ownValues: readonly OwnValue[] = [
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?/g, (time) => time.replace(/\d/g, '0')],
  [/\b\d\d\/\d\d\/\d{4}\b/g, () => '00/00/0000'],
  [/\b[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d/g, () => 'Day, 00 Mon 0000 00:00:00'],
  [/\b[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2} \d{4}, \d{1,2}:\d\d[ap]m\b/g, () => 'Day 0 Mon 0000, 0:00am'],
  [/\b(less than a minute|\d+ minutes?) ago\b/g, () => '<time> ago'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, () => '<uuid>'],
  [
    /\/(webhooks|triggered-webhooks|environments|environment|deployed-versions|released-versions)\/(?!<uuid>)[A-Za-z0-9_-]{20,}/g,
    (_, collection) => `/${collection}/<uuid>`,
  ],
  [/\bUUID (?!<uuid>)[A-Za-z0-9_-]{16,}/g, () => 'UUID <uuid>'],
  // What a broker writes into metadata only itself has to read.
  [/\/metadata\/[A-Za-z0-9_-]+/g, () => '/metadata/<metadata>'],
  [/\/verification-results\/\d+/g, () => '/verification-results/<n>'],
  // The column NUMBER of the matrix as text.
  [/\| \d+ +\| (true|false)/g, (_, success) => `| <n> | ${success}`],
  [/(erification result) \d+/g, (_, result) => `${result} <n>`],
  [/\breference:? [A-Za-z0-9_-]{10}\b/g, () => 'reference <reference>'],
  // What a parser says about broken JSON is its own.
  [/JSON::ParserError - .*/gs, () => 'JSON::ParserError - <where>'],
  [
    /(?:\d+(?:m|s|ms) )+loading, (?:\d+(?:m|s|ms) )+verification/g,
    () => '<time> loading, <time> verification',
  ],
];

/** Keys whose values are a broker's own whatever they look like. */
export const ownKeys: ReadonlySet<string> = new Set(['uuid', 'reference']);
