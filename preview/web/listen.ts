import type { FastifyInstance } from 'fastify';

export const LOOPBACK = '127.0.0.1';

/** Listens on the loopback address, on `port` or on any free one when that is taken. Gives the port. */
export async function listen(app: FastifyInstance, port: number): Promise<number> {
  try {
    await app.listen({ host: LOOPBACK, port });
  } catch (error) {
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (!taken || port === 0) throw error;
    await app.listen({ host: LOOPBACK, port: 0 });
  }
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
