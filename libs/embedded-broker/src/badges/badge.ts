import type * as BadgeMaker from 'badge-maker';
import { lazyRequire } from '../lazy-require.ts';

/** A badge: a grey half with what it is about, and a coloured half with how that stands. */
export interface Badge {
  readonly label: string;
  readonly message: string;
  readonly color: 'brightgreen' | 'red' | 'orange' | 'lightgrey';
}

/** A badge that says what there is not. */
export const notFoundBadge = (label: string): Badge => ({ label, message: 'not found', color: 'lightgrey' });

/** A badge as SVG, in the look that shields.io gave the official broker's. Names are escaped. */
export function drawBadge({ label, message, color }: Badge): string {
  const { makeBadge } = lazyRequire<typeof BadgeMaker>('badge-maker');
  return makeBadge({ label: printable(label), message: printable(message), color });
}

/** XML can't hold control characters, not even escaped ones. */
function printable(text: string): string {
  return text.replace(/\p{Cc}|\p{Cs}/gu, '�');
}
