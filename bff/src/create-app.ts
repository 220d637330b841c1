import { API_BASE_PATH } from '@acceptance/shared';
import Koa from 'koa';
import { areas } from './areas';
import type { Container } from './container';
import { accessLog } from './http/access-log';
import { createBinder } from './http/bind-endpoint';
import { clientAddress } from './http/client-address';
import { errorHandler, logLateError } from './http/error-handler';
import { measureCalls } from './http/measure-calls';
import { requestId } from './http/request-id';
import { createRouters, type Routers } from './http/routers';

/** Binds every declared endpoint; a test checks that none is missing and nothing else is routed. */
export function routeEndpoints(container: Container): Routers {
  const { config, logger, readAccessToken, rateCounter, now } = container;
  const { recordCall } = container.actRecorder;
  const routers = createRouters(API_BASE_PATH);
  const isProduction = config.NODE_ENV === 'production';
  const bind = createBinder(routers.of, {
    readAccessToken,
    rateCounter,
    recordCall,
    now,
    logger,
    strict: !isProduction,
    secureCookies: isProduction,
  });
  for (const area of areas) {
    area.bind?.(bind, container);
  }
  return routers;
}

/** The Koa application; it does not listen yet. */
export function createApp(container: Container): Koa {
  const { config, logger, metrics } = container;
  // Koa's own `proxy` stays off: it believes the leftmost hop, which the client writes.
  const app = new Koa();
  app.on('error', logLateError(logger));
  app.use(clientAddress(config.TRUSTED_PROXIES));
  app.use(requestId);
  app.use(measureCalls(metrics.countCall));
  app.use(accessLog(logger));
  app.use(errorHandler(logger, config.NODE_ENV !== 'production'));
  app.use((_, next) => container.silence.unlessSilent(next));
  app.use(routeEndpoints(container).routes());
  return app;
}
