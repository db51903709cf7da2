/** What was ever deployed or released to an environment, in its order. */
export const environmentHistory = `
CREATE INDEX deployed_versions_by_environment ON deployed_versions (environment_id);
CREATE INDEX released_versions_by_environment ON released_versions (environment_id);
`;
