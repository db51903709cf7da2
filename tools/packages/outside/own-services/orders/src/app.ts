import fastify, { type FastifyInstance } from 'fastify';

export function buildApp(): FastifyInstance {
  const app = fastify();
  app.get<{ Params: { id: string } }>('/orders/:id', async ({ params }) => ({
    id: Number(params.id),
    total: 12.5,
  }));
  return app;
}
