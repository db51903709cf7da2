import { buildApp } from './app';

await buildApp().listen({ port: Number(process.env.PORT ?? 3001) });
