import type { VersionFacts } from '../../matrix/index.ts';
import { html, type Content } from '../html.ts';
import { badge } from './status.ts';

/** The branches, environments and tags of a version; a tag called like a branch says nothing new. */
export function versionBadges({ branches, tags, environments }: VersionFacts): Content {
  const badges = [
    ...branches.map(({ name, latest }) => badge('branch', latest ? `${name} (latest)` : name)),
    ...environments.map(({ name }) => badge('environment', name)),
    ...tags
      .filter(({ name }) => !branches.some((branch) => branch.name === name))
      .map(({ name }) => badge('tag', name)),
  ];
  return badges.map((one) => html`${one} `);
}
