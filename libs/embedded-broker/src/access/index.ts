export { isBadgePath } from './badge-paths.ts';
export { basicAuth } from './basic-auth.ts';
export { refuseUnknownHosts } from './host-check.ts';
export { refuseCrossOriginWrites } from './same-origin.ts';
