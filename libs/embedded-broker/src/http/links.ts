/** A HAL link. */
export interface Link {
  readonly title?: string;
  readonly name?: string;
  readonly href: string;
  readonly templated?: boolean;
}

/** A link with `{name}` placeholders. */
export const template = (title: string, href: string): Link => ({ title, href, templated: true });

/**
 * What `pb:` in front of a relation stands for: where the relation is documented.
 * @param context the kind of resource, e.g. `pact`
 * @param base the broker's URL, without a trailing slash
 */
export const curies = (context: string, base: string): object[] => [
  { name: 'pb', href: `${base}/doc/{rel}?context=${context}`, templated: true },
];
