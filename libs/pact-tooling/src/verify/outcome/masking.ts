/** The text instead of a secret. */
export const mask = '***';

/** Names of headers, parameters and fields with secret values. */
const secretName =
  /^(proxy-)?authorization$|cookie|password|passwd|secret|token|api[-_]?key|credential|signature/i;

export function isSecret(name: string): boolean {
  return secretName.test(name);
}

/** An address with the values of secret parameters masked. */
export function maskedPath(path: string): string {
  return path.replaceAll(/([?&])([^=&#]+)=([^&#]*)/g, (whole, mark: string, name: string) =>
    isSecret(decoded(name)) ? `${mark}${name}=${mask}` : whole,
  );
}

/** A body's text with the values of secret fields masked, in JSON and in forms, even if the text is truncated. */
export function maskedBody(text: string): string {
  return text
    .replaceAll(
      /"((?:[^"\\]|\\.)*)"(\s*:\s*)("(?:[^"\\]|\\.)*"?|[^\s,}\]]+)/g,
      (whole, name: string, colon: string) => (isSecret(name) ? `"${name}"${colon}"${mask}"` : whole),
    )
    .replaceAll(/(^|&)([^=&\s"]+)=([^&\s]*)/g, (whole, mark: string, name: string) =>
      isSecret(decoded(name)) ? `${mark}${name}=${mask}` : whole,
    );
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name;
  }
}
