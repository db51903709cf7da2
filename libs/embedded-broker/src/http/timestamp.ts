/**
 * A stored time as the API shows it: seconds, with `+00:00` for UTC.
 * @param iso ISO 8601 in UTC with milliseconds, as stored
 */
export function timestamp(iso: string): string {
  return `${iso.slice(0, 19)}+00:00`;
}

/** `updatedAt` (only where it differs, even by a millisecond) and `createdAt`, in the order the API has them. */
export function timestamps(row: { readonly createdAt: string; readonly updatedAt: string }): {
  updatedAt?: string;
  createdAt: string;
} {
  const { createdAt, updatedAt } = row;
  return {
    updatedAt: updatedAt === createdAt ? undefined : timestamp(updatedAt),
    createdAt: timestamp(createdAt),
  };
}
