import type { Json } from '../compare/observation.ts';

/** Colours of badges by the values that they have in an image. */
const colours: Readonly<Record<string, string>> = {
  '#4b0': 'brightgreen',
  '#dd4343': 'red',
  '#ea7233': 'orange',
  '#939393': 'lightgrey',
};

/**
 * What a badge says. The official broker sends the reader on to shields.io, which draws what the address says; the
 * embedded one draws by itself.
 */
export function readBadge(answer: { readonly headers: Headers; readonly text: string }): Json {
  const { pathname } = new URL(answer.headers.get('location') ?? 'http://nowhere/');
  const [, address] = /^\/badge\/(.*)\.svg$/.exec(pathname) ?? [];
  return address === undefined ? readImage(answer.text) : readAddress(decodeURIComponent(address));
}

/** `left-right-colour`, where `--` is a hyphen and `__` an underscore. */
function readAddress(address: string): Json {
  const [label = '', message = '', colour = ''] = address
    .split(/(?<!-)-(?!-)/)
    .map((part) => part.replaceAll('--', '-').replaceAll('__', '_'));
  return { label, message, colour };
}

function readImage(svg: string): Json {
  const [, label = svg, message = ''] = /<title>([^<]*): ([^<]*)<\/title>/.exec(svg) ?? [];
  const [, fill = ''] = /<rect x="[^>]* fill="([^"]+)"/.exec(svg) ?? [];
  return { label: unescape(label), message: unescape(message), colour: colours[fill] ?? fill };
}

const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
