import { get, post, type Step } from '../http/step.ts';
import { environments } from './world.ts';

/** Creates the environments that all histories have in common. */
export const creatingEnvironments: readonly Step[] = environments.map((name) =>
  post('A32', 'create', '/environments', { name, displayName: name, production: name === 'live' }),
);

/** Keeps the environments' ids for the steps that follow. */
export const keepingEnvironments: Step = get('A32', 'asked', '/environments', {
  keep: Object.fromEntries(environments.map((name, index) => [name, `_embedded.environments.${index}.uuid`])),
});
