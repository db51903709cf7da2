import { Router, type RequestHandler } from 'express';
import { assetPath, assets } from './assets.ts';

/**
 * The stylesheet, the script and the icon. Everybody may have them: they hold nothing of the broker's, and a page that
 * asks for credentials must not ask again for its own looks.
 */
export function assetRoutes(): RequestHandler {
  const router = Router();
  for (const [name, { type, content }] of assets) {
    router.get(assetPath(name), (_request, response) => {
      response
        .set('Cache-Control', 'public, max-age=31536000, immutable')
        .set('Content-Type', `${type};charset=utf-8`)
        .end(content);
    });
  }
  return (request, response, next) => {
    if (/^\/assets\//i.test(request.path)) return router(request, response, next);
    next();
  };
}
