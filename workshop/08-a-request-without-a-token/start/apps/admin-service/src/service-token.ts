import jwt from 'jsonwebtoken';
import type { TokenSupplier } from './user-service-client/index.ts';

const secondsToLive = 60;

/**
 * Mints this service's own token for the User Service, a new one for each request, valid for a minute.
 * @param secret the secret shared with the User Service (HS256)
 */
export function serviceToken(secret: string): TokenSupplier {
  return () =>
    jwt.sign({ sub: 'service' }, secret, {
      algorithm: 'HS256',
      issuer: 'admin-service',
      audience: 'user-service',
      expiresIn: secondsToLive,
    });
}
