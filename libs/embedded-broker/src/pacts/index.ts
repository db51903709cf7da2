export {
  latestUntaggedPublication,
  previousDistinctPublication,
  providersOfVersions,
  publicationsOfVersion,
} from './list-store.ts';
export {
  consumerVersionIds,
  decodeMetadata,
  encodeMetadata,
  type MetadataSelector,
  type PactMetadata,
} from './metadata.ts';
export { mostAtOnceMs, type ContentsToCompare } from './compare-contents.ts';
export { compareInTime, longestComparisonMs } from './compare-in-time.ts';
export { isObject, parseTree, sortedKeys, treeText, valueAt, type JsonTree } from './json-tree.ts';
export { newestHeads, type Batch, type Head } from './newest-heads.ts';
export { pactName } from './representation.ts';
export * from './store.ts';
