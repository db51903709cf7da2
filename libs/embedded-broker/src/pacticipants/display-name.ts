/**
 * The name shown for a pacticipant that was given none: `my-app` → `My App`, `NoSuch` → `No Such`.
 * Source: docs/official-broker/pacticipants-and-versions.md#display-name.
 */
export function displayNameOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
