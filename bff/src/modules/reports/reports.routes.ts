import { endpoints } from '@acceptance/shared';
import type { Logger } from 'pino';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { redactReport } from './redact-report';

export function bindReportsEndpoints(bind: BindEndpoint, { logger }: { readonly logger: Logger }): void {
  bind(endpoints.reports.sendClientReport, async ({ body }) => {
    for (const report of body.reports) {
      logger.warn({ report: redactReport(report) }, 'client report');
    }
    return undefined;
  });
}
