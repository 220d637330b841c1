import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';

export const systemEndpoints = {
  readHealth: defineEndpoint({
    id: 'system.readHealth',
    method: 'GET',
    path: '/healthz',
    access: 'public',
    summary: '进程是否活着',
    response: v.object({ status: v.literal('ok') }),
    errors: [],
    idempotent: true,
  }),
  readReadiness: defineEndpoint({
    id: 'system.readReadiness',
    method: 'GET',
    path: '/readyz',
    access: 'public',
    summary: '是否可以接收请求：数据库已连接、迁移已完成；外部服务各自的状态、90 天内到期的证书也在其中',
    response: v.object({
      status: v.literal('ready'),
      /** `open`: it does not answer and is left alone for a while; `half-open`: the next call tries. */
      remotes: v.array(v.object({ name: v.string(), state: v.picklist(['closed', 'open', 'half-open']) })),
      endingCredentials: v.array(v.object({ name: v.string(), daysLeft: v.number() })),
    }),
    errors: [],
    idempotent: true,
  }),
  readOpenApi: defineEndpoint({
    id: 'system.readOpenApi',
    method: 'GET',
    path: '/openapi.json',
    access: 'public',
    summary: 'OpenAPI 3.1 文档',
    response: v.looseObject({ openapi: v.string() }),
    errors: [],
    idempotent: true,
  }),
};
