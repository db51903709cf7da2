export { buildInfo, type BuildInfo, type BuildInfoOptions } from './build-info.ts';
