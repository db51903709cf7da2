export { PublicationConflictError } from './errors.ts';
export type { Notice } from './notice.ts';
export {
  publishPacts,
  type PublishedPact,
  type PublishOptions,
  type PublishResult,
} from './publish-pacts.ts';
