import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

// Starts both services on free ports ("make run-provider" and "make run-consumer" use the default ones), requests the
// page of user 10 and prints its text. Fails unless the status is 200.

const running: ChildProcess[] = [];

/** Starts a service and waits for the line with its address. */
async function start(folder: string, env: Record<string, string>): Promise<string> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /on (?<url>http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.groups?.['url'];
    if (address !== undefined) return address;
  }
  throw new Error(`${folder} does not start.`);
}

/** An address on which nothing listens. */
async function unusedAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return `http://127.0.0.1:${port}`;
}

/** The text of a page without the navigation, one line per paragraph. */
function textOf(page: string): string[] {
  const main = /<main>(?<main>.*)<\/main>/s.exec(page)?.groups?.['main'] ?? page;
  return main
    .replace(/<\/(h1|p|dd|tr)>/g, '\n')
    .replace(/<\/dt>/g, ': ')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

try {
  const hasProvider = existsSync('apps/user-service/src/main.ts');
  const userService = hasProvider
    ? await start('apps/user-service', { USER_SERVICE_PORT: '0' })
    : await unusedAddress();
  console.log(
    `User Service:  ${hasProvider ? userService : `there is none yet, nobody listens on ${userService}`}`,
  );
  const adminService = await start('apps/admin-service', {
    ADMIN_SERVICE_PORT: '0',
    USER_SERVICE_URL: userService,
  });
  console.log(`Admin Service: ${adminService}`);
  const page = await fetch(`${adminService}/users/10`);
  console.log(`GET /users/10 of the Admin Service: ${page.status}`);
  for (const line of textOf(await page.text())) console.log(`  ${line}`);
  process.exitCode = page.status === 200 ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  for (const child of running) child.kill();
}
