/**
 * When a pact or a result was last published for an integration, so that lists can begin with what people work on
 * without looking through its history.
 */
export const integrationActivity = `
ALTER TABLE integrations ADD COLUMN contract_data_updated_at TEXT;
UPDATE integrations SET contract_data_updated_at = max(
  created_at,
  ifnull((SELECT max(pp.created_at) FROM pact_publications pp
    WHERE pp.provider_id = integrations.provider_id AND pp.consumer_id = integrations.consumer_id), ''),
  ifnull((SELECT max(r.created_at) FROM pact_versions pv JOIN verifications r ON r.pact_version_id = pv.id
    WHERE pv.provider_id = integrations.provider_id AND pv.consumer_id = integrations.consumer_id), ''));
`;
