// Starts what is deployed to an environment, both services together, and looks at it as an administrator would.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import jwt from 'jsonwebtoken';

const environment = process.argv[2] ?? 'production';
const secret = 'what both services share here';

/** Starts a deployed service and reads its address from the line with which it reports. */
async function start(service: string, settings: Record<string, string>) {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'src/main.ts'], {
    cwd: `.deployed/${environment}/${service}`,
    env: { ...process.env, USER_SERVICE_JWT_SECRET: secret, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+$/.exec(line)?.[0];
    if (url !== undefined) return { url, [Symbol.dispose]: () => void child.kill() };
  }
  throw new Error(`${service} ended before it listened`);
}

console.log(`--- 👀 Visiting ${environment}`);
using provider = await start('user-service', { USER_SERVICE_PORT: '0' });
using consumer = await start('admin-service', { ADMIN_SERVICE_PORT: '0', USER_SERVICE_URL: provider.url });

const token = jwt.sign({}, secret, { issuer: 'admin-service', audience: 'user-service', expiresIn: 60 });
const user = await fetch(`${provider.url}/user/10`, { headers: { authorization: `Bearer ${token}` } });
console.log(`UserService answers ${await user.text()}`);

const page = await (await fetch(consumer.url)).text();
const names = [...page.matchAll(/<a href="\/users\/\d+">(.*?)<\/a>/g)].map(([, name]) => name);
console.log(`AdminService lists ${names.join(', ') || `nobody: ${/<h1>(.*?)<\/h1>/.exec(page)?.[1]}`}`);
if (names.length === 0) process.exitCode = 1;
