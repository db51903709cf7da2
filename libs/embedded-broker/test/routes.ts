import { defaultSettings } from '../src/config/index.ts';
import { openDatabase } from '../src/database/index.ts';
import { RouteTable, Urls, type Routing } from '../src/http/index.ts';
import { allRoutes } from '../src/routes.ts';
import { assetPath, assets } from '../src/web/assets/assets.ts';
import { allPages } from '../src/web/routes.ts';

export interface Route {
  /** With `:names`. */
  readonly path: string;
  /** Those that it answers; `_all` where it looks at the method itself. */
  readonly methods: readonly string[];
}

/** Every route that the broker has, taken from its own table: what is added there is in it. */
export function routes(): Route[] {
  const router = new RouteTable();
  withRouting(router, (routing) => allRoutes.forEach((mount) => mount(routing)));
  return [
    ...[...assets.keys()].map((name) => ({ path: assetPath(name), methods: ['get'] })),
    ...router.paths.map((path) => ({ path, methods: ['_all'] })),
  ];
}

/** The paths of all pages, taken from their families. */
export function pagePaths(): string[] {
  return withRouting(new RouteTable(), allPages).map(({ path }) => path);
}

function withRouting<T>(router: RouteTable, use: (routing: Routing) => T): T {
  const database = openDatabase(':memory:');
  try {
    return use({
      router,
      database,
      clock: () => new Date(),
      settings: defaultSettings,
      urlsOf: () => new Urls('http://127.0.0.1'),
    });
  } finally {
    database.close();
  }
}

/** A path with names in place of its parameters. */
export const withNames = (path: string, names: Readonly<Record<string, string>> = {}): string =>
  path.replace(/:(\w+)/g, (_, name: string) => names[name] ?? 'x');
