export { servePage, type GuidePage } from './server.ts';
