import { readFileSync } from 'node:fs';

// Tells which fields of a user the contract names.
const { interactions } = JSON.parse(readFileSync('own/badge/pacts/BadgePrinter-UserService.json', 'utf8'));
const fields = interactions.flatMap(({ response }) => {
  const body = response.body?.content ?? response.body ?? {};
  return Object.keys(Array.isArray(body) ? (body[0] ?? {}) : body);
});
console.log(`The contract needs of a user: ${[...new Set(fields)].sort().join(', ') || 'nothing'}.`);
