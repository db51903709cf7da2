import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * A provider in one file: `GET /users/1` and `POST /_states`.
 * @param name of the user that it has
 */
export const providerProgram = (port: number, name = 'Sally'): string => `
import { createServer } from 'node:http';
const server = createServer((request, response) => {
  const body = request.url === '/users/1' ? JSON.stringify({ name: ${JSON.stringify(name)} }) : '{}';
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
});
server.listen(${port}, '127.0.0.1', () => console.log(String(server.address().port)));
`;

export interface Provider extends AsyncDisposable {
  readonly url: string;
}

export async function startProvider(): Promise<Provider> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', providerProgram(0)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      child.kill();
      await once(child, 'exit');
    },
  };
}
