import { DatabaseSync } from 'node:sqlite';
import express from 'express';

// server.ts PORT FILE: what Express and SQLite can do at best, for the same answers. A read is one prepared look-up by the
// path, a publication is one insert in a transaction of its own, with the broker's settings of the file.

const [port = '', file = ''] = process.argv.slice(2);
const database = new DatabaseSync(file);
database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
  CREATE TABLE answers (path TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE publications (id INTEGER PRIMARY KEY, content TEXT NOT NULL);`);
const put = database.prepare('INSERT OR REPLACE INTO answers (path, body) VALUES (?, ?)');
const read = database.prepare('SELECT body FROM answers WHERE path = ?');
const insert = database.prepare('INSERT INTO publications (content) VALUES (?)');

const app = express();
app.get(/.*/, (request, response) => {
  const { body } = read.get(request.url) as { body: string };
  response.type('application/hal+json').send(body);
});
app.post(/.*/, express.json({ limit: '10mb' }), (request, response) => {
  const { contracts } = request.body as { contracts: readonly { content: string }[] };
  database.exec('BEGIN IMMEDIATE');
  insert.run(contracts[0]?.content ?? '');
  database.exec('COMMIT');
  const { body } = read.get(request.url) as { body: string };
  response.type('application/hal+json').send(body);
});
/** Keeps what a path shall answer. */
app.put(/.*/, express.text({ type: () => true, limit: '10mb' }), (request, response) => {
  put.run(request.url, String(request.body));
  response.end();
});
app.listen(Number(port), '127.0.0.1');
