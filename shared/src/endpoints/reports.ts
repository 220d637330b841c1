import * as v from 'valibot';
import { defineEndpoint, empty } from '../contract/define-endpoint';
import { timestampSchema } from '../schemas/identifiers';

const shortText = (max: number) => v.pipe(v.string(), v.maxLength(max));

export const CLIENT_REPORT_KINDS = ['error', 'rejection', 'slow-request', 'page-not-found'] as const;

/** One thing that went wrong on a phone. Redacted there; the server redacts once more and logs it. */
export const clientReportSchema = v.object({
  kind: v.picklist(CLIENT_REPORT_KINDS),
  message: shortText(300),
  stack: v.optional(shortText(2000)),
  page: shortText(100),
  /** Id of the endpoint of a slow request. */
  endpoint: v.optional(shortText(60)),
  durationMs: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(600_000))),
  at: timestampSchema,
  appVersion: shortText(20),
  platform: shortText(60),
});
export type ClientReport = v.InferOutput<typeof clientReportSchema>;

export const reportsEndpoints = {
  sendClientReport: defineEndpoint({
    id: 'reports.sendClientReport',
    method: 'POST',
    path: '/client-reports',
    access: 'public',
    summary: '小程序上报运行错误和慢请求（已脱敏、抽样）',
    body: v.object({ reports: v.pipe(v.array(clientReportSchema), v.minLength(1), v.maxLength(20)) }),
    response: empty,
    errors: [],
    idempotent: false,
    // Sent by the program, not by a person.
    audited: 'each-minute',
    rateLimit: { limit: 20, windowSeconds: 600, by: 'address' },
  }),
};
