import { Router } from 'express';
import { pino } from 'pino';
import { createApp } from '../src/app.ts';
import { defaultLimits, defaultSettings } from '../src/config/index.ts';
import { openDatabase } from '../src/database/index.ts';
import { Urls } from '../src/http/index.ts';
import { LiveUpdates } from '../src/web/live/live-updates.ts';
import { allPages } from '../src/web/routes.ts';

export interface Route {
  /** As Express knows it, with `:names`. */
  readonly path: string;
  /** Those that it answers; `_all` where it looks at the method itself. */
  readonly methods: readonly string[];
}

/** Every route that the broker has, taken from its own routers: what is added there is in it. */
export function routes(): Route[] {
  const database = openDatabase(':memory:');
  const live = new LiveUpdates();
  live.close();
  const app = createApp({
    database,
    settings: defaultSettings,
    limits: defaultLimits,
    logger: pino({ level: 'silent' }),
    clock: () => new Date(),
    isLocal: true,
    afterWrite: () => undefined,
    live,
  });
  database.close();
  const layers = (app as unknown as { router: Stack }).router.stack;
  return layers.flatMap(({ handle }) =>
    (handle.stack ?? []).flatMap(({ route }) =>
      route ? [{ path: route.path, methods: Object.keys(route.methods) }] : [],
    ),
  );
}

interface Stack {
  readonly stack: readonly {
    readonly handle: {
      readonly stack?: readonly {
        readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
      }[];
    };
  }[];
}

/** The paths of all pages, taken from their families. */
export function pagePaths(): string[] {
  const database = openDatabase(':memory:');
  const pages = allPages({
    router: Router(),
    database,
    clock: () => new Date(),
    settings: defaultSettings,
    urlsOf: () => new Urls('http://127.0.0.1'),
  });
  database.close();
  return pages.map(({ path }) => path);
}

/** A path with names in place of its parameters. */
export const withNames = (path: string, names: Readonly<Record<string, string>> = {}): string =>
  path.replace(/:(\w+)/g, (_, name: string) => names[name] ?? 'x');
