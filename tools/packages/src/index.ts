export { broker, inTheBundle, ownFiles } from './bundle-plugins.ts';
export { licensesOf } from './licenses.ts';
export { top } from './public-packages.ts';
export { run } from './run.ts';
