import { isOnlyParameter, isSecretName } from './secret-names.ts';

/** What services that give out tokens as user names have stand for the password (GitHub). */
const emptyPasswords = ['', 'x-oauth-basic'];

/**
 * A URL, which may have template parameters in it, with each of its secrets replaced: the password in front of the host
 * or, where there is none, the user name, which then is a token; and the values of parameters that are secret by name.
 * What is only a template parameter gives nothing away, and stays.
 * @param replace gets a secret as it stands in the URL, and its place, which is the same in every URL of that shape
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
