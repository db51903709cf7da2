/**
 * The file of a database URL: `sqlite://relative`, `sqlite:///absolute` or `sqlite:////absolute`; a plain path is taken as it is.
 * @returns a path, `:memory:`, or undefined when it is the URL of another kind of database
 */
export function databasePath(url: string): string | undefined {
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+]+):\/\/(.*)$/is.exec(url) ?? [];
  if (scheme === undefined) return url;
  if (scheme.toLowerCase() !== 'sqlite') return undefined;
  return rest === '' || rest === '/' ? ':memory:' : rest.replace(/^\/+/, '/');
}
