/** A HAL link. */
export interface Link {
  readonly title?: string;
  readonly name?: string;
  readonly href: string;
  readonly templated?: boolean;
}

/** A link with `{name}` placeholders. */
export const template = (title: string, href: string): Link => ({ title, href, templated: true });
