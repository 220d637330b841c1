import type { ErrorCode } from '@acceptance/shared';
import type { Middleware } from 'koa';

export interface AnsweredCall {
  /** Id of the declared endpoint; `none` for what no endpoint answers. */
  readonly endpoint: string;
  readonly method: string;
  readonly status: number;
  readonly errorCode: ErrorCode | undefined;
  readonly seconds: number;
}

/** Tells of every answer. Who asks for what is not there may ask in a thousand ways: all of it is one `none`. */
export function measureCalls(count: (call: AnsweredCall) => void): Middleware {
  return async (ctx, next) => {
    const started = process.hrtime.bigint();
    await next();
    const endpoint = ctx.state.endpointId as string | undefined;
    count({
      endpoint: endpoint ?? 'none',
      method: endpoint ? ctx.method : 'none',
      status: ctx.status,
      errorCode: ctx.state.errorCode as ErrorCode | undefined,
      seconds: Number(process.hrtime.bigint() - started) / 1e9,
    });
  };
}
