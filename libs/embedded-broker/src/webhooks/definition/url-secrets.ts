import { isOnlyParameter, isSecretName } from './secret-names.ts';

/** Passwords beside which the user name is the token (GitHub). */
const emptyPasswords = ['', 'x-oauth-basic'];

/**
 * Replaces the secrets of a URL, which may hold template parameters. Secrets are the password in front of the host, the
 * user name when there is no password (it is a token then), and the parameters whose name says that they are secret. A
 * value that is only a template parameter is not a secret.
 * @param replace gets a secret as it is written in the URL, and its place, which two URLs of the same shape share
 */
export function withUrlSecrets(url: string, replace: (secret: string, place: string) => string): string {
  const [, scheme, user, host, query, fragment] =
    /^([a-z][a-z\d+.-]*:\/\/)(?:([^/?#]*)@)?([^?#]*)(?:\?([^#]*))?(#.*)?$/is.exec(url) ?? [];
  if (scheme === undefined || host === undefined) return url;
  const replaced = (secret: string, place: string) =>
    secret === '' || isOnlyParameter(secret) ? secret : replace(secret, place);
  return [
    scheme,
    user === undefined ? '' : `${userPart(user, replaced)}@`,
    host,
    query === undefined ? '' : `?${queryPart(query, replaced)}`,
    fragment ?? '',
  ].join('');
}

function userPart(user: string, replaced: (secret: string, place: string) => string): string {
  const [, name = '', colon = '', password = ''] = /^([^:]*)(:?)(.*)$/s.exec(user) ?? [];
  if (emptyPasswords.includes(password)) return replaced(name, 'user') + colon + password;
  return name + colon + replaced(password, 'password');
}

function queryPart(query: string, replaced: (secret: string, place: string) => string): string {
  const seen = new Map<string, number>();
  return query
    .split('&')
    .map((pair) => {
      const [, name = '', value] = /^([^=]*)=(.*)$/s.exec(pair) ?? [];
      const [plainName = ''] = new URLSearchParams(`${name}=`).keys();
      if (value === undefined || !isSecretName(plainName)) return pair;
      const before = seen.get(plainName) ?? 0;
      seen.set(plainName, before + 1);
      return `${name}=${replaced(value, `parameter ${plainName} ${before}`)}`;
    })
    .join('&');
}
