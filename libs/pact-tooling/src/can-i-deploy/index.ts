export {
  canIDeploy,
  canIMerge,
  type CanIDeployOptions,
  type CanIDeployResult,
  type CanIMergeOptions,
} from './can-i-deploy.ts';
export { formatVerdict } from './format.ts';
export type { MatrixAnswer, MatrixRow } from './matrix-answer.ts';
export { askMatrix, type Selector } from './matrix.ts';
