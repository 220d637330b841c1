import type { IdentityAnswer } from '../../ports/identity-verifier';
import type { PortFailure } from '../../ports/port-error';

/** An answer about the person, or why there is none. */
export type IdentityResult = IdentityAnswer | { readonly failure: PortFailure };

export type IdentityResultTable = Readonly<Record<string, IdentityResult>>;

const UNAVAILABLE: IdentityResult = { failure: 'unavailable' };
const RATE_LIMITED: IdentityResult = { failure: 'rate-limited' };

/** `Result` of PhoneVerification (手机号三要素核验, 2018-03-01). The same numbers mean other things in the table below. */
export const PHONE_VERIFICATION_RESULTS: IdentityResultTable = {
  '0': 'match',
  /** 三要素信息不一致 */
  '-4': 'mismatch',
  /** 手机号码不合法, 身份证号码有误, 姓名校验不通过: what was typed is wrong, for the applicant to correct. */
  '-6': 'mismatch',
  '-7': 'mismatch',
  '-8': 'mismatch',
  /** 没有记录 */
  '-9': 'no-record',
  /** 验证中心服务繁忙 */
  '-11': UNAVAILABLE,
  /** 认证次数超过当日限制 */
  '-12': RATE_LIMITED,
  /** 该号段暂不支持查询: nobody's mistake, and only staff can go on. */
  '-13': 'no-record',
};

/** `Result` of IdCardVerification (身份信息二要素核验, 2018-03-01). */
export const ID_CARD_VERIFICATION_RESULTS: IdentityResultTable = {
  '0': 'match',
  /** 姓名和身份证号不一致 */
  '-1': 'mismatch',
  /** 非法身份证号, 非法姓名: what was typed is wrong, for the applicant to correct. */
  '-2': 'mismatch',
  '-3': 'mismatch',
  /** 证件库服务异常 */
  '-4': UNAVAILABLE,
  /** 证件库中无此身份证记录 */
  '-5': 'no-record',
  /** 权威比对系统升级中 */
  '-6': UNAVAILABLE,
  /** 认证次数超过当日限制 */
  '-7': RATE_LIMITED,
};

/** A result the documents do not name is no answer: nothing may be counted against the applicant. */
export const resultOf = (table: IdentityResultTable, result: string): IdentityResult =>
  (Object.hasOwn(table, result) && table[result]) || UNAVAILABLE;
