/** The media types the broker speaks. */
export const hal = 'application/hal+json';
export const json = 'application/json';
export const problem = 'application/problem+json';
export const mergePatch = 'application/merge-patch+json';
export const plainText = 'text/plain';
