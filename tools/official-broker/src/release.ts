/**
 * The release that the project is held to. It runs on PostgreSQL: on SQLite it records the branch and the tags of a
 * version that is published again on the version that was inserted last, of whatever application.
 */
export const release = '2.122.0';
