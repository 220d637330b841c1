import { Counter, Histogram, type Registry } from 'prom-client';
import type { AnsweredCall } from '../http/measure-calls';

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** 2xx, 4xx … */
export const statusClassOf = (status: number): string => `${Math.floor(status / 100)}xx`;

/** What the answers of the public port are counted by: the id under which an endpoint is declared, never its path. */
export function createCallCounters(registry: Registry): (call: AnsweredCall) => void {
  const registers = [registry];
  const requests = new Counter({
    name: 'bff_requests_total',
    help: 'Answered requests by endpoint, method and class of status',
    labelNames: ['endpoint', 'method', 'status'],
    registers,
  });
  const errors = new Counter({
    name: 'bff_request_errors_total',
    help: 'Answered errors by endpoint and code',
    labelNames: ['endpoint', 'code'],
    registers,
  });
  const duration = new Histogram({
    name: 'bff_request_duration_seconds',
    help: 'Time from the request to its answer',
    labelNames: ['endpoint', 'method'],
    buckets: SECONDS,
    registers,
  });
  return ({ endpoint, method, status, errorCode, seconds }) => {
    requests.inc({ endpoint, method, status: statusClassOf(status) });
    duration.observe({ endpoint, method }, seconds);
    if (errorCode) {
      errors.inc({ endpoint, code: errorCode });
    }
  };
}
