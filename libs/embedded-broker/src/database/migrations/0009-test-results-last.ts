/**
 * Test results can be megabytes. They stand at the end of a row, so that what comes before them, as when a result was
 * published, is read without them.
 */
export const testResultsLast = `
ALTER TABLE verifications ADD COLUMN test_results_last TEXT;
UPDATE verifications SET test_results_last = test_results, test_results = NULL WHERE test_results IS NOT NULL;
ALTER TABLE verifications DROP COLUMN test_results;
ALTER TABLE verifications RENAME COLUMN test_results_last TO test_results;
`;
