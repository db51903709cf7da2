import { isBadgePath } from './badge-paths.ts';

/** The credentials that a request needs: none, a reader's or the writer's. */
export type AccessLevel = 'public' | 'read' | 'write';

/** What is open to all besides. */
export interface PublicAccess {
  readonly publicRead?: boolean | undefined;
  readonly publicHeartbeat?: boolean | undefined;
  readonly publicBadges?: boolean | undefined;
}

/** Pages with forms that only the writer may send. A reader is refused before filling one in. */
const formPages = /^\/webhooks\/(?:new|(?!consumer\/|provider\/)[^/]+\/(?:edit|delete))$/;

/**
 * The credentials that a request needs. Asking for pacts to verify is a POST only because its question needs a body, so
 * a reader may.
 * Source: docs/official-broker/access.md#levels.
 * @param path as it was sent, still encoded
 */
export function accessLevel(method: string, path: string, open: PublicAccess): AccessLevel {
  const isSafe = ['GET', 'HEAD', 'OPTIONS'].includes(method);
  const asksForPacts = method === 'POST' && /^\/pacts\/provider\/[^/]+\/for-verification$/.test(path);
  if ((!isSafe && !asksForPacts) || formPages.test(path)) return 'write';
  const isPublic =
    open.publicRead === true ||
    (open.publicHeartbeat === true && path === '/diagnostic/status/heartbeat') ||
    (open.publicBadges === true && isBadgePath(path));
  return isPublic ? 'public' : 'read';
}
