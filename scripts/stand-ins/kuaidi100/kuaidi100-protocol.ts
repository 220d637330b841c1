import type { DemoCredentials } from '../demo-credentials';
import { isJsonObject, parseJsonObject } from '../serving/json-object';
import type { StandInReply, StandInRequest, VendorProtocol } from '../serving/stand-in-server';
import { capitalMd5 } from './kuaidi100-signature';
import { isCompany, isPhoneRight, type ParcelRegister, trackOf } from './parcel-register';
import type { Subscriptions } from './subscriptions';

export interface Kuaidi100State {
  credentials: DemoCredentials['kuaidi100'];
  register: ParcelRegister;
  subscriptions: Subscriptions;
  changed: () => void;
}

const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };
const QUERY_PATH = '/poll/query.do';
const LONGEST_NUMBER = 32;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Errors come with HTTP 200, the code in the body. */
const refuse = (returnCode: string, message: string, signatureOk?: boolean): StandInReply => ({
  status: 200,
  headers: JSON_TYPE,
  body: JSON.stringify({ result: false, returnCode, message }),
  errorCode: returnCode,
  signatureOk,
});

const isNumber = (number: string): boolean => /^[A-Za-z0-9-]+$/.test(number) && number.length <= LONGEST_NUMBER;

/** POST /poll/query.do: form customer, sign, param. */
function query({ credentials, register }: Kuaidi100State, form: URLSearchParams): StandInReply {
  const param = form.get('param') ?? '';
  const wanted = parseJsonObject(param);
  if (!wanted) return refuse('400', '提交的数据不完整，或者贵公司没授权');
  if (form.get('customer') !== credentials.customer) return refuse('600', '您不是合法的订阅者');
  if (form.get('sign') !== capitalMd5(`${param}${credentials.key}${credentials.customer}`)) {
    return refuse('503', '验证签名失败', false);
  }
  const [company, number] = [text(wanted.com), text(wanted.num)];
  if (!isCompany(company)) return refuse('400', '找不到对应公司', true);
  if (!isNumber(number)) return refuse('400', '快递公司参数异常：单号错误', true);
  const parcel = register.of(company, number);
  if (!isPhoneRight(parcel, text(wanted.phone))) return refuse('408', '快递公司参数异常：验证码错误', true);
  if (parcel.scans.length === 0) return refuse('500', '查询无结果，请隔段时间再查', true);
  return { status: 200, headers: JSON_TYPE, body: JSON.stringify(trackOf(parcel)), signatureOk: true };
}

/** POST /poll: form schema, param. */
function subscribe({ credentials, register, subscriptions, changed }: Kuaidi100State, form: URLSearchParams) {
  const wanted = parseJsonObject(form.get('param') ?? '');
  const parameters = wanted?.parameters;
  if (form.get('schema') !== 'json' || !wanted || !isJsonObject(parameters)) {
    return refuse('700', '订阅方的订阅数据存在错误');
  }
  if (wanted.key !== credentials.key) return refuse('600', '您不是合法的订阅者');
  const [company, number, callbackUrl] = [text(wanted.company), text(wanted.number), text(parameters.callbackurl)];
  const isAddress = URL.canParse(callbackUrl) && /^https?:$/.test(new URL(callbackUrl).protocol);
  if (!isCompany(company) || !isNumber(number) || !isAddress) return refuse('700', '订阅方的订阅数据存在错误');
  if (!isPhoneRight(register.of(company, number), text(parameters.phone))) {
    return refuse('700', '订阅方的订阅数据存在错误');
  }
  if (!subscriptions.add({ company, number, callbackUrl, salt: text(parameters.salt) })) {
    return refuse('501', '重复订阅');
  }
  changed();
  return {
    status: 200,
    headers: JSON_TYPE,
    body: JSON.stringify({ result: true, returnCode: '200', message: '提交成功' }),
  };
}

function answer(state: Kuaidi100State, request: StandInRequest): StandInReply {
  const type = String(request.headers['content-type'] ?? '');
  if (!type.startsWith('application/x-www-form-urlencoded')) return refuse('400', '提交的数据不完整');
  const form = new URLSearchParams(request.body);
  const route = `${request.method} ${request.path}`;
  if (route === `POST ${QUERY_PATH}`) return query(state, form);
  if (route === 'POST /poll') return subscribe(state, form);
  return { status: 404, body: '', errorCode: '404' };
}

/** poll.kuaidi100.com as far as the product uses it. */
export const kuaidi100Protocol = (state: Kuaidi100State): VendorProtocol => ({
  standIn: 'kuaidi100',
  answer: (request) => answer(state, request),
  fail: (fault, { path }) => {
    if (fault === 'rate-limited') return refuse('502', '服务器繁忙');
    if (fault === 'server-error') return { status: 500, body: '', errorCode: '500' };
    return path === QUERY_PATH ? refuse('501', '服务器错误') : refuse('500', '服务器错误');
  },
});
