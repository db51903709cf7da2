import { contentsProvider } from './large-contents.ts';
import { asking, reading, type Row } from './row.ts';

const between = 'provider/Prov/consumer/Con';
const names = encodeURI('q[][pacticipant]=Con&q[][pacticipant]=Prov&latestby=cvpv');
const toVerify = {
  consumerVersionSelectors: [{ mainBranch: true }, { deployedOrReleased: true }],
  includePendingStatus: true,
  includeWipPactsSince: '2020-01-01',
  providerVersionBranch: 'main',
};

/** Of 50,000 versions of a consumer, and of many large contents. */
export const historyRows: readonly Row[] = [
  reading('matrix of two names', `/matrix?${names}`),
  reading('page of that matrix', `/matrix/${between}`, { accept: 'text/html' }),
  reading('list of 50,000 versions', '/pacticipants/Con/versions'),
  reading('list of 50,000 pacts', `/pacts/${between}/versions`),
  reading("page 1 of a branch's versions", '/pacticipants/Con/branches/main/versions?page=1&size=20'),
  reading('metrics', '/metrics'),
  asking('for-verification, main and WIP', () => ({
    method: 'POST',
    path: `/pacts/provider/${contentsProvider}/for-verification`,
    body: Buffer.from(JSON.stringify(toVerify)),
  })),
];
