import { SUBSCRIPTION_TEMPLATES } from '../message-templates';
import { isJsonObject, type JsonObject } from '../serving/json-object';
import { isAcceptableFieldValue } from './subscription-field-rules';
import type { WechatErrorName } from './wechat-reply';

const NEWEST_KEPT = 500;

export interface SubscriptionMessage {
  receivedAt: string;
  openId: string;
  templateId: string;
  title: string;
  fields: { name: string; label: string; value: string }[];
  page?: string;
  miniprogramState: string;
}

export interface SubscriptionMessages {
  /** The user accepted the template `count` times; openId `*` grants it to everybody. */
  grant(openId: string, templateId: string, count: number): void;
  quota(openId: string, templateId: string): number;
  send(request: JsonObject): { error?: WechatErrorName; detail?: string };
  /** Newest first. */
  list(): SubscriptionMessage[];
}

function firstBadField(expected: string[], data: unknown): string | undefined {
  if (!isJsonObject(data)) return 'data';
  const unknownField = Object.keys(data).find((name) => !expected.includes(name));
  if (unknownField) return `data.${unknownField}`;
  const bad = expected.find((name) => {
    const member = data[name];
    return !isJsonObject(member) || !isAcceptableFieldValue(name, member.value);
  });
  return bad && `data.${bad}.value`;
}

/** The platform's side of `POST /cgi-bin/message/subscribe/send`. One grant is good for one message. */
export function createSubscriptionMessages(now: () => Date): SubscriptionMessages {
  const grants = new Map<string, number>();
  let newestFirst: SubscriptionMessage[] = [];
  const key = (openId: string, templateId: string): string => `${openId} ${templateId}`;
  const left = (openId: string, templateId: string): number => grants.get(key(openId, templateId)) ?? 0;

  return {
    grant(openId, templateId, count) {
      grants.set(key(openId, templateId), left(openId, templateId) + count);
    },
    quota: (openId, templateId) => left(openId, templateId) + left('*', templateId),
    send({ touser, template_id: templateId, data, page, miniprogram_state: state }) {
      if (typeof touser !== 'string' || !touser.startsWith('o')) return { error: 'invalidOpenId' };
      const template = typeof templateId === 'string' ? SUBSCRIPTION_TEMPLATES[templateId] : undefined;
      if (typeof templateId !== 'string' || !template) return { error: 'invalidTemplate' };
      const badField = firstBadField(Object.keys(template.fields), data);
      if (badField) return { error: 'invalidArgument', detail: `${badField} invalid` };
      if (state !== undefined && !['developer', 'trial', 'formal'].includes(String(state))) {
        return { error: 'invalidArgument', detail: 'miniprogram_state invalid' };
      }
      const payer = [touser, '*'].find((openId) => left(openId, templateId) > 0);
      if (!payer) return { error: 'refused' };
      grants.set(key(payer, templateId), left(payer, templateId) - 1);
      const values = data as Record<string, { value: string }>;
      const message: SubscriptionMessage = {
        receivedAt: now().toISOString(),
        openId: touser,
        templateId,
        title: template.title,
        fields: Object.entries(template.fields).map(([name, label]) => ({
          name,
          label,
          value: values[name]?.value ?? '',
        })),
        page: typeof page === 'string' ? page : undefined,
        miniprogramState: typeof state === 'string' ? state : 'formal',
      };
      newestFirst = [message, ...newestFirst].slice(0, NEWEST_KEPT);
      return {};
    },
    list: () => newestFirst,
  };
}
