/** The result of one check. */
export interface Finding {
  readonly name: string;
  /** `note` is information only; the workshop works nevertheless. */
  readonly state: 'good' | 'note' | 'bad';
  readonly found: string;
  /** How to fix it. */
  readonly advice?: string;
}
