export {
  canIDeploy,
  canIMerge,
  type CanIDeployOptions,
  type CanIDeployResult,
  type CanIMergeOptions,
} from './can-i-deploy.ts';
export { formatVerdict } from './format.ts';
