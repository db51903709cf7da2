import { globSync } from 'node:fs';
import { top } from '../top.ts';

/** The files that name the version of the tooling which they run, or the tag with which they are used. */
export const versionedFiles = globSync(
  ['actions/*/action.yml', 'gitlab/*.yml', 'docs/pipelines.md', 'docs/pipelines/*.yml'],
  { cwd: top },
).sort();

const places = [
  // The default of an action's input, and the template's variable.
  /(?<=tooling-version:\n.*\n +default: ')[^']+/g,
  /(?<=PACT_TOOLING_VERSION: ')[^']+/g,
  // The tag of an action, and that of the template.
  /(?<=pact-workshop-typescript\/actions\/[a-z-]+@v)\S+/g,
  /(?<=pact-workshop-typescript\/v)[^/\s]+(?=\/gitlab\/)/g,
];

/** The text with this version in each place that names one. */
export function withVersion(text: string, version: string): string {
  return places.reduce((written, place) => written.replaceAll(place, version), text);
}
