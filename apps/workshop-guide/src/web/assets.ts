import { fileURLToPath } from 'node:url';
import { Router, static as serveFiles } from 'express';

/** Serves stylesheet, script and icon. */
export function assets(): Router {
  const router = Router();
  const folder = fileURLToPath(new URL('./assets', import.meta.url));
  router.use('/assets', serveFiles(folder, { index: false, cacheControl: false }));
  return router;
}
