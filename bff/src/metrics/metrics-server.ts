import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { loggable } from '../http/error-handler';
import type { Metrics } from './create-metrics';

const PATH = '/metrics';

function answer(response: ServerResponse, status: number, text: string, contentType = 'text/plain'): void {
  response.writeHead(status, { 'Content-Type': contentType, 'Cache-Control': 'no-store' });
  response.end(text);
}

/** Answers scrapes on a port of its own, which is not for the public: it asks nobody who they are. */
export function createMetricsServer(metrics: Metrics, logger: Logger): Server {
  metrics.watchProcess();
  return createServer(async (request, response) => {
    if (request.url !== PATH || request.method !== 'GET') {
      answer(response, 404, 'not found\n');
      return;
    }
    try {
      const { text, contentType } = await metrics.scrape();
      answer(response, 200, text, contentType);
    } catch (error) {
      logger.error({ cause: loggable(error) }, 'the metrics could not be made');
      answer(response, 500, 'failed\n');
    }
  });
}
