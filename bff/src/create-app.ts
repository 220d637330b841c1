import { API_BASE_PATH, AppError, endpoints } from '@acceptance/shared';
import Router from '@koa/router';
import Koa from 'koa';
import type { Container } from './container';
import { pendingMigrations } from './database/migrate';
import { accessLog } from './http/access-log';
import { createBinder } from './http/bind-endpoint';
import { errorHandler } from './http/error-handler';
import { openApiDocument } from './http/openapi-document';
import { requestId } from './http/request-id';
import { bindAccountEndpoints } from './modules/account';
import { bindAuthEndpoints } from './modules/auth';
import { bindContractsEndpoints } from './modules/contracts';
import { bindFilesEndpoints } from './modules/files';
import { bindIdentityEndpoints } from './modules/identity';
import { bindOrdersEndpoints } from './modules/orders';
import { bindPaymentsEndpoints } from './modules/payments';
import { bindPersonalDataEndpoints } from './modules/personal-data';
import { bindPhoneChangesEndpoints } from './modules/phone-changes';
import { bindPublicEndpoints } from './modules/public';
import { bindReportsEndpoints } from './modules/reports';
import { bindStaffEndpoints } from './modules/staff';

async function refuseUnready({ connection }: Container): Promise<void> {
  if (connection.readyState !== 1 || (await pendingMigrations(connection)).length > 0) {
    throw new AppError('server.unavailable');
  }
}

/** Binds every declared endpoint; a test checks that none is missing and nothing else is routed. */
export function createRouter(container: Container): Router {
  const { config, logger, readAccessToken, rateCounter, now } = container;
  const { recordCall } = container.actRecorder;
  const router = new Router({ prefix: API_BASE_PATH });
  const strict = config.NODE_ENV !== 'production';
  const bind = createBinder(router, { readAccessToken, rateCounter, recordCall, now, logger, strict });
  const document = openApiDocument();
  bind(endpoints.system.readHealth, async () => ({ status: 'ok' as const }));
  bind(endpoints.system.readReadiness, async () => {
    await refuseUnready(container);
    return { status: 'ready' as const };
  });
  bind(endpoints.system.readOpenApi, async () => document);
  bindPublicEndpoints(bind, { projects: container.projects, settings: container.publicSettings });
  bindAuthEndpoints(bind, container);
  bindAccountEndpoints(bind, container);
  bindIdentityEndpoints(bind, container);
  bindFilesEndpoints(bind, container);
  bindOrdersEndpoints(bind, container);
  bindContractsEndpoints(bind, container);
  bindPaymentsEndpoints(bind, container);
  bindPhoneChangesEndpoints(bind, container);
  bindPersonalDataEndpoints(bind, container);
  bindStaffEndpoints(bind, container);
  bindReportsEndpoints(bind, logger);
  return router;
}

/** The Koa application; it does not listen yet. */
export function createApp(container: Container): Koa {
  const { config, logger } = container;
  const app = new Koa({ proxy: config.TRUST_PROXY });
  const router = createRouter(container);
  app.use(requestId);
  app.use(accessLog(logger));
  app.use(errorHandler(logger, config.NODE_ENV !== 'production'));
  app.use(router.routes());
  app.use(router.allowedMethods());
  return app;
}
