import { listEnvironments, NotRecordedError, recordUndeployment } from '@pact-workshop/pact-tooling';

// Records that neither service is deployed to any environment. Lessons that start with a defined state of production
// run this first, whatever earlier lessons have deployed.

for (const { name: environment } of await listEnvironments()) {
  for (const pacticipant of ['AdminService', 'UserService']) {
    try {
      await recordUndeployment({ pacticipant, environment });
    } catch (error) {
      if (!(error instanceof NotRecordedError)) throw error;
    }
  }
}
