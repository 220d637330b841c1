import type { JsonObject } from '../serving/json-object';
import { hasRightIdCardChecksum } from './id-card-checksum';
import { readParameters } from './request-parameters';
import { mainlandNumber } from './sms-inbox';
import { TencentError } from './tencent-error';

/** Result → Description of IdCardVerification (二要素). */
export const ID_CARD_RESULTS: Record<string, string> = {
  '0': '姓名和身份证号一致',
  '-1': '姓名和身份证号不一致',
  '-2': '非法身份证号（长度、校验位等不正确）',
  '-3': '非法姓名（长度、格式等不正确）',
  '-4': '证件库服务异常',
  '-5': '证件库中无此身份证记录',
  '-6': '权威比对系统升级中，请稍后再试',
  '-7': '认证次数超过当日限制',
};

/** Result → Description of PhoneVerification (手机号三要素). The numbers mean other things than above. */
export const PHONE_RESULTS: Record<string, string> = {
  '0': '三要素信息一致',
  '-4': '三要素信息不一致',
  '-6': '手机号码不合法',
  '-7': '身份证号码有误',
  '-8': '姓名校验不通过',
  '-9': '没有记录',
  '-11': '验证中心服务繁忙',
  '-12': '认证次数超过当日限制',
  '-13': '该号段暂不支持查询',
};

export interface IdentityAnswer {
  /** A key of ID_CARD_RESULTS. */
  idCardVerification?: string;
  /** A key of PHONE_RESULTS. */
  phoneVerification?: string;
}

export interface IdentityAnswers {
  /** Fixes the answers for an ID number; an empty answer frees it again. An unknown Result is a RangeError. */
  set(idCard: string, answer: IdentityAnswer): void;
  idCardVerification(body: string): JsonObject;
  phoneVerification(body: string): JsonObject;
}

const isName = (text: string): boolean => /^[\p{Script=Han}·]{2,30}$/u.test(text);

/** Results by the plain meaning of the input: a wrong checksum, a name with 不符 (other person) or 查无 (no record). */
function judge<T>(idCard: string, name: string, results: { ok: T; id: T; name: T; mismatch: T; none: T }): T {
  if (!hasRightIdCardChecksum(idCard)) return results.id;
  if (!isName(name)) return results.name;
  if (name.includes('不符')) return results.mismatch;
  return name.includes('查无') ? results.none : results.ok;
}

function answerWith(result: string, descriptions: Record<string, string>): JsonObject {
  return { Result: result, Description: descriptions[result] ?? '' };
}

/** IdCardVerification and PhoneVerification, version 2018-03-01. */
export function createIdentityAnswers(): IdentityAnswers {
  const fixed = new Map<string, IdentityAnswer>();
  return {
    set(idCard, answer) {
      const { idCardVerification, phoneVerification } = answer;
      if (idCardVerification !== undefined && !Object.hasOwn(ID_CARD_RESULTS, idCardVerification)) {
        throw new RangeError(`IdCardVerification has no Result "${idCardVerification}"`);
      }
      if (phoneVerification !== undefined && !Object.hasOwn(PHONE_RESULTS, phoneVerification)) {
        throw new RangeError(`PhoneVerification has no Result "${phoneVerification}"`);
      }
      fixed.set(idCard.toUpperCase(), { idCardVerification, phoneVerification });
    },
    idCardVerification(body) {
      const request = readParameters(body, { IdCard: 'text', Name: 'text' });
      const idCard = String(request.IdCard);
      const results = { ok: '0', id: '-2', name: '-3', mismatch: '-1', none: '-5' };
      const result =
        fixed.get(idCard.toUpperCase())?.idCardVerification ?? judge(idCard, String(request.Name), results);
      return answerWith(result, ID_CARD_RESULTS);
    },
    phoneVerification(body) {
      const request = readParameters(body, {
        IdCard: 'text',
        Name: 'text',
        Phone: 'text',
        VerifyMode: 'optional-text',
        CiphertextBlob: 'optional-text',
        EncryptList: 'optional-text-list',
        Iv: 'optional-text',
      });
      if (request.VerifyMode !== undefined && !['0', '1'].includes(String(request.VerifyMode))) {
        throw new TencentError('InvalidParameterValue', 'VerifyMode 取值为 0 或 1。');
      }
      const idCard = String(request.IdCard);
      const results = { ok: '0', id: '-7', name: '-8', mismatch: '-4', none: '-9' };
      const result =
        fixed.get(idCard.toUpperCase())?.phoneVerification ??
        (mainlandNumber(String(request.Phone)) ? judge(idCard, String(request.Name), results) : '-6');
      return { ...answerWith(result, PHONE_RESULTS), Isp: result === '0' ? '移动' : '', ResultDetail: '' };
    },
  };
}
