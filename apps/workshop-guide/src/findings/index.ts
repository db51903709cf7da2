export { byInteraction, type InteractionFindings } from './by-interaction.ts';
export { excerpt } from './excerpt.ts';
export type { Sides } from './sides.ts';
export { isUntouched, whyNot } from './why-not.ts';
