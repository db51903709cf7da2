/** Official settings that mean nothing here, by official name, with the reason: they are valid, and do nothing. */
export const officialOnly: Readonly<Record<string, string>> = {
  ...because('the database is one SQLite file: set database_url', [
    'database_adapter',
    'database_username',
    'database_password',
    'database_name',
    'database_host',
    'database_port',
    'database_sslmode',
    'database_connect_max_retries',
    'database_max_connections',
    'database_pool_timeout',
    'database_statement_timeout',
    'database_connection_validation_timeout',
    'validate_database_connection_config',
    'metrics_sql_statement_timeout',
    'sql_log_level',
    'sql_log_warn_duration',
    'sql_enable_caller_logging',
  ]),
  ...because('the schema is always brought up to date at the start', [
    'auto_migrate_db',
    'auto_migrate_db_data',
    'allow_missing_migration_files',
  ]),
  ...because('basic auth is on when a user name and a password are set', ['basic_auth_enabled']),
  ...because('this broker always does what is the official default', [
    'use_case_sensitive_resource_names',
    'order_versions_by_date',
    'base_equality_only_on_content_that_affects_verification_results',
    'enable_diagnostic_endpoints',
    'webhook_redact_sensitive_data',
    'use_rack_protection',
    'log_configuration_on_startup',
    'use_hal_browser',
  ]),
  ...because('this broker does not have that part', [
    'badge_provider_mode',
    'shields_io_base_url',
    'badge_default_cache_setting',
    'network_diagram_max_pacticipants',
    'pact_content_diff_timeout',
    'hide_pactflow_messages',
    'http_debug_logging_enabled',
    'features',
    'log_otel_enabled',
    'semver_formats',
    'warning_error_class_names',
    'rack_protection_use',
    'rack_protection_except',
    'dynamic_wip_window',
    'max_wip_lookback_days',
    'min_wip_window_days',
    'default_wip_window_days',
  ]),
};

/** `PACT_BROKER_…` variables that the command-line clients read; they may be set beside a broker's own. */
export const clientVariables: readonly string[] = [
  'PACT_BROKER_URL',
  'PACT_BROKER_PROTO',
  'PACT_BROKER_USERNAME',
  'PACT_BROKER_PASSWORD',
  'PACT_BROKER_TOKEN',
];

function because(reason: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}
