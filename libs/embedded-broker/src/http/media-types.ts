/** The media types the broker speaks. */
export const hal = 'application/hal+json';
export const json = 'application/json';
export const problem = 'application/problem+json';
export const mergePatch = 'application/merge-patch+json';
export const plainText = 'text/plain';
export const html = 'text/html';
export const csv = 'text/csv';
export const svg = 'image/svg+xml';
export const graphviz = 'text/vnd.graphviz';
export const yaml = 'application/yaml';
export const javascript = 'text/javascript';
