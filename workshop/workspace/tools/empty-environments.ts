import { listEnvironments, NotRecordedError, recordUndeployment } from '@pact-workshop/pact-tooling';

// Tells the broker that neither service runs anywhere. A lesson whose production has to be in a certain state begins
// with this, whatever has been deployed in the lessons before.

for (const { name: environment } of await listEnvironments()) {
  for (const pacticipant of ['AdminService', 'UserService']) {
    try {
      await recordUndeployment({ pacticipant, environment });
    } catch (error) {
      if (!(error instanceof NotRecordedError)) throw error;
    }
  }
}
