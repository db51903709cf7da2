export { broker, inTheBundle, ownFiles, thread, threadCode } from './bundle-plugins.ts';
export { licensesOf } from './licenses.ts';
export { top } from './public-packages.ts';
export { run } from './run.ts';
