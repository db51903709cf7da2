/** A section of a document: its heading, and what stands under it. */
export interface Section {
  /** As a link names it, e.g. `where-it-differs-and-why`. */
  readonly anchor: string;
  /** How many `#` its heading has. */
  readonly depth: number;
  readonly text: string;
}

/** The sections of a document. Two headings of the same words differ by a number, as on GitHub. */
export function sectionsOf(markdown: string): Section[] {
  const prose = markdown.replace(/^```[\s\S]*?^```/gm, '');
  const seen = new Map<string, number>();
  return [...prose.matchAll(/^(#{1,6}) (.+)$([\s\S]*?)(?=^#{1,6} |$(?![\s\S]))/gm)].map(
    ([, hashes = '', heading = '', text = '']) => {
      const name = anchorOf(heading);
      const before = seen.get(name) ?? 0;
      seen.set(name, before + 1);
      return { anchor: before === 0 ? name : `${name}-${before}`, depth: hashes.length, text };
    },
  );
}

function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
