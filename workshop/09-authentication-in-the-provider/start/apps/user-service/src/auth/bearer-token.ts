import jwt from 'jsonwebtoken';

/** What a token must say to be let in: who issued it, and that it was meant for this service. */
export const tokenRules = { issuer: 'admin-service', audience: 'user-service', algorithm: 'HS256' } as const;

/** The current time in milliseconds since the epoch, as `Date.now` gives it. */
export type Clock = () => number;

/**
 * Checks a bearer token's signature (algorithm pinned), expiry, issuer and audience.
 * @returns undefined when the token is good, else the reason it is refused
 */
export function rejectionOf(token: string, secret: string, clock: Clock): string | undefined {
  try {
    const claims = jwt.verify(token, secret, {
      algorithms: [tokenRules.algorithm],
      issuer: tokenRules.issuer,
      audience: tokenRules.audience,
      clockTimestamp: Math.floor(clock() / 1000),
    });
    return typeof claims === 'object' && claims.exp !== undefined ? undefined : 'token without an expiry';
  } catch (error) {
    // For a payload that is no JSON object the library throws other errors than its own.
    return error instanceof jwt.JsonWebTokenError ? error.message : 'jwt malformed';
  }
}

/**
 * Signs a token this service accepts.
 * @param secondsToLive how long it is valid, from the clock's now
 */
export function signToken(secret: string, clock: Clock, secondsToLive: number): string {
  const issuedAt = Math.floor(clock() / 1000);
  return jwt.sign({ iat: issuedAt, exp: issuedAt + secondsToLive, sub: 'service' }, secret, {
    algorithm: tokenRules.algorithm,
    issuer: tokenRules.issuer,
    audience: tokenRules.audience,
  });
}
