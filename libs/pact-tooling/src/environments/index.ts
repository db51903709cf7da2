export {
  createEnvironment,
  environmentNamed,
  environmentResource,
  listEnvironments,
  type CreateEnvironmentOptions,
  type Environment,
  type ListEnvironmentsOptions,
} from './environments.ts';
export { NotRecordedError, UnknownEnvironmentError } from './errors.ts';
export { liveVersions } from './live-versions.ts';
export {
  recordDeployment,
  recordRelease,
  recordSupportEnded,
  recordUndeployment,
  type RecordDeploymentOptions,
  type Recorded,
  type RecordOptions,
  type RecordUndeploymentOptions,
} from './record.ts';
