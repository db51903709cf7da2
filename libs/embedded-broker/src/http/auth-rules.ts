/** What a request needs: nobody's, a reader's or the writer's credentials. */
export type AccessLevel = 'public' | 'read' | 'write';

/** What is open to all besides. */
export interface PublicAccess {
  readonly publicRead?: boolean | undefined;
  readonly publicHeartbeat?: boolean | undefined;
  readonly publicBadges?: boolean | undefined;
}

const badge = String.raw`badge(?:\.[A-Za-z]+)?$`;
const badgePaths = [
  String.raw`^/pacts/provider/[^/]+/consumer/.*/${badge}`,
  String.raw`^/matrix/provider/[^/]+/latest/[^/]+/consumer/[^/]+/latest/[^/]+/${badge}`,
  String.raw`^/pacticipants/[^/]+/main-branch/can-i-merge/${badge}`,
  String.raw`^/pacticipants/[^/]+/latest-version/[^/]+/can-i-deploy/to/[^/]+/${badge}`,
  String.raw`^/pacticipants/[^/]+/branches/[^/]+/latest-version/can-i-deploy/to-environment/[^/]+/${badge}`,
].map((source) => new RegExp(source));

/** Pages with forms that only the writer may send: whoever may not shall not fill them in for nothing. */
const formPages = /^\/webhooks\/(?:new|(?!consumer\/|provider\/)[^/]+\/(?:edit|delete))$/;

/**
 * The credentials that a request needs. Asking for pacts to verify is a POST only because its question needs a
 * body, so a reader may. Source: semantics.md 10.
 * @param path as it was sent, still encoded
 */
export function accessLevel(method: string, path: string, open: PublicAccess): AccessLevel {
  const isSafe = ['GET', 'HEAD', 'OPTIONS'].includes(method);
  const asksForPacts = method === 'POST' && /^\/pacts\/provider\/[^/]+\/for-verification$/.test(path);
  if ((!isSafe && !asksForPacts) || formPages.test(path)) return 'write';
  const isPublic =
    open.publicRead === true ||
    (isSafe && open.publicHeartbeat === true && path === '/diagnostic/status/heartbeat') ||
    (isSafe && open.publicBadges === true && badgePaths.some((pattern) => pattern.test(path)));
  return isPublic ? 'public' : 'read';
}
