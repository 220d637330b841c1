import { AppError, englishBodyOf } from '@acceptance/shared';
import type { Context, Middleware } from 'koa';
import type { Logger } from 'pino';
import { isDatabaseUnavailable } from '../database/unavailable';
import { refusedDocument } from '../database/validators/refused-document';
import { PortError } from '../ports/port-error';

/** When to ask again, where the error itself does not say it. */
const RETRY_AFTER_SECONDS = 5;

/** The one place where anything thrown becomes an answer. Unknown errors become a bare `server.unexpected`. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) {
    return error;
  }
  if (error instanceof PortError || isDatabaseUnavailable(error)) {
    return new AppError('server.unavailable', { cause: error });
  }
  return new AppError('server.unexpected', { cause: error });
}

/** What may be logged of an error: names, codes and our own stack, never a message that may quote input. */
export function loggable(error: unknown): Record<string, unknown> {
  if (error instanceof PortError) {
    return { name: error.name, port: error.port, failure: error.failure, vendorCode: error.vendorCode };
  }
  if (error instanceof Error) {
    const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
    const refused = refusedDocument(error);
    return {
      name: error.name,
      code: (error as { code?: unknown }).code,
      ...(refused && { refused }),
      stack: frames.slice(0, 8),
    };
  }
  return { name: typeof error };
}

/** A client that hung up: nothing of ours failed. */
const HUNG_UP = new Set<unknown>(['ECONNRESET', 'ECONNABORTED', 'EPIPE']);

/**
 * What goes wrong outside `errorHandler`: connections that break, answers that cannot be written. Koa would print it to
 * the console as it is, message and all.
 */
export function logLateError(logger: Logger): (error: unknown, ctx?: Context) => void {
  return (error, ctx) => {
    const cause = loggable(error);
    const level = HUNG_UP.has(cause.code) ? 'info' : 'error';
    logger[level](
      { requestId: ctx?.state.requestId, endpoint: ctx?.state.endpointId, cause },
      'failed while answering',
    );
  };
}

export function errorHandler(logger: Logger, verbose: boolean): Middleware {
  return async (ctx, next) => {
    // Of every answer: views, files, errors, empty ones.
    ctx.set('X-Content-Type-Options', 'nosniff');
    try {
      await next();
      if (ctx.status === 404 && ctx.body === undefined) {
        throw new AppError('request.not_found');
      }
      if (ctx.status === 405 || ctx.status === 501) {
        throw new AppError('request.method_not_allowed');
      }
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.status >= 500) {
        const cause = error.cause ?? thrown;
        // The message helps while developing; in production it might quote personal data.
        const message = verbose && cause instanceof Error ? cause.message : undefined;
        logger.error({ requestId: ctx.state.requestId, code: error.code, cause: loggable(cause), message }, 'failed');
      }
      ctx.state.errorCode = error.code;
      ctx.status = error.status;
      const requestId = ctx.state.requestId as string;
      const isEnglish = ctx.acceptsLanguages('zh', 'en') === 'en';
      const body = isEnglish ? englishBodyOf(error, requestId) : error.toBody(requestId);
      ctx.set('Content-Language', isEnglish ? 'en' : 'zh');
      // Providers read what their own documents say: {code, message} (API v3, 通知应答).
      ctx.body = ctx.state.isProvider ? { code: 'FAIL', message: error.message, ...body } : body;
      ctx.set('Cache-Control', 'no-store');
      const seconds = error.details?.seconds ?? (error.status === 503 ? RETRY_AFTER_SECONDS : undefined);
      if ((error.status === 429 || error.status === 503) && seconds !== undefined) {
        ctx.set('Retry-After', String(seconds));
      }
    }
  };
}
