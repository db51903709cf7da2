import { globSync } from 'node:fs';
import { top } from '../top.ts';

const files = (pattern: string) => globSync(pattern, { cwd: top }).sort();

/** The actions, by their folders in `actions/`. */
export const actions = files('actions/*/action.yml').map((file) => file.split('/')[1] as string);
export const actionFiles = actions.map((name) => `actions/${name}/action.yml`);

/** The workflows of this project. */
export const projectWorkflows = files('.github/workflows/*.yml');

/** Those that users copy. */
export const userWorkflows = files('docs/pipelines/github-*.yml');
