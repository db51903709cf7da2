export { OfficialBrokerAbsent } from './absent.ts';
export { installOfficialBroker } from './install.ts';
export { release } from './release.ts';
export { startOfficialBroker, type OfficialBroker } from './start.ts';
