import type { Middleware } from 'koa';
import type { Logger } from 'pino';

/** One line a request. The endpoint's id, never the path or query: they may carry identifiers of people. */
export function accessLog(logger: Logger): Middleware {
  return async (ctx, next) => {
    const started = process.hrtime.bigint();
    await next();
    const durationMs = Number(process.hrtime.bigint() - started) / 1e6;
    logger.info(
      {
        requestId: ctx.state.requestId,
        endpoint: ctx.state.endpointId ?? 'unknown',
        method: ctx.method,
        status: ctx.status,
        errorCode: ctx.state.errorCode,
        actorKind: ctx.state.actorKind,
        durationMs: Math.round(durationMs * 10) / 10,
      },
      'request',
    );
  };
}
