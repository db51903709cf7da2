// A provider that answers at the address it prints, with the states that a verification asks for.
import { createServer } from 'node:http';

const users = new Map();
const server = createServer((request, response) => {
  if (request.url === '/_states') users.set('/users/1', { name: 'Sally' });
  const user = users.get(request.url);
  response
    .writeHead(user || request.method === 'POST' ? 200 : 404, { 'content-type': 'application/json' })
    .end(JSON.stringify(user ?? {}));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
