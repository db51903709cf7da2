/** What the page of a link relation says. */
export interface RelationDoc {
  readonly title: string;
  readonly methods: string;
  /** Path of the resource, with `{name}`s to fill in. */
  readonly path: string;
  readonly text: readonly string[];
  /** A request body, where one is due. */
  readonly body?: string;
}

/** Pages by the relation's name without its prefix. */
export type RelationDocs = Readonly<Record<string, RelationDoc>>;

/** A resource that is only read. */
export const reading = (title: string, path: string, ...text: string[]): RelationDoc => ({
  title,
  methods: 'GET',
  path,
  text,
});
