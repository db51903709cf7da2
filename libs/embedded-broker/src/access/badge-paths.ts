const badge = String.raw`badge(?:\.[A-Za-z]+)?$`;
/** As the routes of badges have them. Wider ones would open to all what only ends in the same word. */
const patterns = [
  String.raw`^/pacts/provider/[^/]+/consumer/[^/]+/latest(?:-untagged|/[^/]+)?/${badge}`,
  String.raw`^/matrix/provider/[^/]+/latest/[^/]+/consumer/[^/]+/latest/[^/]+/${badge}`,
  String.raw`^/pacticipants/[^/]+/main-branch/can-i-merge/${badge}`,
  String.raw`^/pacticipants/[^/]+/latest-version/[^/]+/can-i-deploy/to/[^/]+/${badge}`,
  String.raw`^/pacticipants/[^/]+/branches/[^/]+/latest-version/can-i-deploy/to-environment/[^/]+/${badge}`,
].map((source) => new RegExp(source));

/**
 * Whether a path is a badge's, with or without an ending that names a picture.
 * @param path as it was sent, still encoded
 */
export function isBadgePath(path: string): boolean {
  return patterns.some((pattern) => pattern.test(path));
}
