/** A pact that came before the one just published, as far as "has anything changed?" is concerned. */
export interface PreviousContent {
  /** The tag that both consumer versions have; undefined stands for versions without any. */
  readonly tag: string | undefined;
  /** Undefined when there is no such pact. */
  readonly sha: string | undefined;
}

export interface ContentChange {
  readonly changed: boolean;
  /** Why, in the official words. */
  readonly comment: string;
}

/**
 * Whether a newly published pact counts as changed: compared, for each tag of its consumer version, with the pact
 * before it that has the tag. Branches play no part.
 * Source: docs/official-broker/publishing.md#content-changed.
 */
export function contentChange(sha: string, previous: readonly PreviousContent[]): ContentChange {
  const changes = previous.filter((other) => other.sha !== sha);
  if (changes.length > 0) return { changed: true, comment: changes.map(reason).join(', ') };
  const tags = previous.flatMap(({ tag }) => (tag === undefined ? [] : [tag]));
  // Without a tag the official text has a gap here.
  const versions =
    tags.length === 1 ? `version with tag ${tags[0]}` : `versions with tags ${tags.join(', ')}`;
  return {
    changed: false,
    comment: `pact content is the same as previous ${versions} and no new tags were applied`,
  };
}

function reason({ tag, sha }: PreviousContent): string {
  if (tag === undefined) {
    return sha === undefined
      ? 'first time untagged pact published'
      : 'pact content has changed since previous untagged version';
  }
  return sha === undefined
    ? `first time any pact published for this consumer with consumer version tagged ${tag}`
    : `pact content has changed since the last consumer version tagged with ${tag}`;
}
