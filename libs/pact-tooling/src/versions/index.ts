export {
  createVersionTag,
  describeVersion,
  requireVersion,
  UnknownVersionError,
  type CreateVersionTagOptions,
  type DescribeVersionOptions,
  type VersionDescription,
} from './versions.ts';
