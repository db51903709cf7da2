/** What was looked at, and what was found. */
export interface Finding {
  readonly name: string;
  /** `note` is worth knowing, and does not keep the workshop from working. */
  readonly state: 'good' | 'note' | 'bad';
  readonly found: string;
  /** What to do about it. */
  readonly advice?: string;
}
