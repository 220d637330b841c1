import { randomUUID } from 'node:crypto';
import type { Middleware } from 'koa';

/** Gives every request an id; a well-formed one from our own proxy is kept so that logs can be joined. */
export const requestId: Middleware = async (ctx, next) => {
  const given = ctx.get('x-request-id');
  const id = /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID();
  ctx.state.requestId = id;
  ctx.set('X-Request-Id', id);
  await next();
};
