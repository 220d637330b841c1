import * as v from 'valibot';
import { defineEndpoint } from '../contract/define-endpoint';
import { projectSchema } from '../schemas/project';
import { regionSchema } from '../schemas/region';

export const publicEndpoints = {
  readSettings: defineEndpoint({
    id: 'public.readSettings',
    method: 'GET',
    path: '/public/settings',
    access: 'public',
    summary: '小程序启动需要的公开信息：机构、客服电话、协议版本、是否试用',
    response: v.object({
      authorityName: v.string(),
      servicePhone: v.string(),
      termsVersion: v.string(),
      trial: v.boolean(),
      reviewTemplateId: v.string(),
      endingTemplateId: v.string(),
      /** Where and when certificates are collected. */
      pickUp: v.object({ place: v.string(), hours: v.string() }),
    }),
    errors: [],
    idempotent: true,
  }),
  listProjects: defineEndpoint({
    id: 'public.listProjects',
    method: 'GET',
    path: '/public/projects',
    access: 'public',
    summary: '可以办理的项目、价格和所需材料',
    response: v.object({ items: v.array(projectSchema) }),
    errors: [],
    idempotent: true,
  }),
  listRegions: defineEndpoint({
    id: 'public.listRegions',
    method: 'GET',
    path: '/public/regions',
    access: 'public',
    summary: '省、市、区县的名称，用来选择收件地址',
    response: v.object({ items: v.array(regionSchema) }),
    errors: [],
    idempotent: true,
    keptSeconds: 24 * 3600,
  }),
};
