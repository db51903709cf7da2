import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { serviceToken } from './service-token.ts';
import { UserServiceClient } from './user-service-client/index.ts';

function main(): void {
  const config = readConfig(process.env);
  const client = new UserServiceClient({
    baseUrl: config.userServiceUrl,
    token: serviceToken(config.jwtSecret),
  });
  const server = createApp(client).listen(config.port, '127.0.0.1', (error?: Error) => {
    if (error) {
      console.error(`${error.message}\nIs another program on that port? Stop it, or set ADMIN_SERVICE_PORT.`);
      process.exitCode = 1;
      return;
    }
    const { port } = server.address() as AddressInfo;
    console.log(`Admin Service shows the users of ${config.userServiceUrl} on http://127.0.0.1:${port}`);
  });
  const stop = () => {
    server.close();
    // To Node, a connection that a browser opened in advance is not idle: it would be waited for.
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
