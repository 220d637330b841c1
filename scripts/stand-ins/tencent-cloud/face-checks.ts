import { randomUUID } from 'node:crypto';
import type { JsonObject } from '../serving/json-object';
import { hasRightIdCardChecksum } from './id-card-checksum';
import { readParameters } from './request-parameters';
import { TencentError } from './tencent-error';

/** The one 业务流程 that the stand-in's account has. */
export const DEMO_FACE_RULE_ID = 'demo-face-rule';
const LIFE_MS = 7_200_000;
const RESULT_LIFE_MS = 3 * 24 * 3_600_000;
const NOT_DONE = 17;
const PASSED = 0;
/** 无法判断为同一人，请确认身份后重试（相似度未达到通过阈值） */
export const NOT_THE_SAME_PERSON = 2016;

/** How a check ends, whatever a person does on the page: what GetDetectInfoEnhanced says. */
export interface FaceEnd {
  errCode: number;
  /** Somebody else's data in the result. */
  idCard?: string;
  name?: string;
}

interface FaceCheck {
  idCard: string;
  name: string;
  redirectUrl: string;
  startedAt: number;
  end?: FaceEnd;
}

export interface FaceChecks {
  detectAuth(body: string): JsonObject;
  getDetectInfo(body: string): JsonObject;
  /** Ends a check as its page does; the address that the page leads to. Undefined for an unknown one. */
  finish(token: string, errCode: number): string | undefined;
  /** Name on the page of a check; undefined for one that is unknown, over or done. */
  nameOf(token: string): string | undefined;
  /** Fixes how the newest check of an ID number ends, or has ended. False when there is none. */
  end(idCard: string, end: FaceEnd): boolean;
  /** The newest check of an ID number, for who plays the person. */
  tokenOf(idCard: string): string | undefined;
  /** What DetectAuth answers from now on, e.g. `UnauthorizedOperation.Arrears`; `Ok` ends it. */
  setState(code: string): void;
}

function refuseOtherRule(ruleId: unknown): void {
  if (ruleId !== DEMO_FACE_RULE_ID) {
    throw new TencentError('InvalidParameterValue.RuleIdNotExist', 'RuleId 不存在，请到人脸核身控制台申请。');
  }
}

/** DetectAuth and GetDetectInfoEnhanced, version 2018-03-01, and what the page behind `Url` knows. */
export function createFaceChecks(now: () => Date, origin: () => string): FaceChecks {
  const checks = new Map<string, FaceCheck>();
  let state = 'Ok';
  const isOver = ({ startedAt }: FaceCheck): boolean => now().getTime() >= startedAt + LIFE_MS;
  const tokenOf = (idCard: string): string | undefined =>
    [...checks].filter(([, check]) => check.idCard === idCard.toUpperCase()).at(-1)?.[0];
  return {
    detectAuth(body) {
      const request = readParameters(body, {
        RuleId: 'text',
        IdCard: 'text',
        Name: 'text',
        RedirectUrl: 'optional-text',
        Extra: 'optional-text',
      });
      if (state !== 'Ok') throw new TencentError(state, '请求失败。');
      refuseOtherRule(request.RuleId);
      const [idCard, name] = [String(request.IdCard), String(request.Name)];
      // 若身份证号包含字母，该字母必须为大写 X; 姓名最长长度 32 位
      if (!hasRightIdCardChecksum(idCard) || idCard !== idCard.toUpperCase() || name.length > 32) {
        throw new TencentError('InvalidParameterValue', '参数值错误。');
      }
      const token = randomUUID().toUpperCase();
      const redirectUrl = String(request.RedirectUrl ?? 'https://cloud.tencent.com/product/faceid');
      checks.set(token, { idCard, name, redirectUrl, startedAt: now().getTime() });
      return { BizToken: token, Url: `${origin()}/face/${token}` };
    },
    getDetectInfo(body) {
      const request = readParameters(body, { BizToken: 'text', RuleId: 'text', InfoType: 'optional-text' });
      refuseOtherRule(request.RuleId);
      const check = checks.get(String(request.BizToken));
      if (!check) throw new TencentError('InvalidParameterValue.BizTokenIllegal', 'BizToken 不合法。');
      if (now().getTime() >= check.startedAt + RESULT_LIFE_MS) {
        throw new TencentError('InvalidParameterValue.BizTokenExpired', 'BizToken 过期。');
      }
      const { idCard, name, end } = check;
      const errCode = end?.errCode ?? NOT_DONE;
      const isPassed = errCode === PASSED;
      const text = {
        ErrCode: errCode,
        ErrMsg: isPassed ? '成功' : `未通过 ${errCode}`,
        IdCard: end?.idCard ?? idCard,
        Name: end?.name ?? name,
        LiveStatus: end ? PASSED : null,
        Comparestatus: end ? errCode : null,
        Sim: isPassed ? '97.31' : null,
        Extra: '',
      };
      const picture = request.InfoType === '1' ? null : 'cGljdHVyZQ==';
      return {
        Text: text,
        IdCardData: null,
        BestFrame: picture && { BestFrame: picture, BestFrames: null },
        VideoData: null,
        IsVerifyIntention: false,
      };
    },
    finish(token, errCode) {
      const check = checks.get(token);
      if (!check || isOver(check)) return undefined;
      check.end ??= { errCode };
      const target = new URL(check.redirectUrl);
      target.searchParams.set('token', token);
      return target.href;
    },
    nameOf(token) {
      const check = checks.get(token);
      return check && !check.end && !isOver(check) ? check.name : undefined;
    },
    end(idCard, end) {
      const check = checks.get(tokenOf(idCard) ?? '');
      if (check) check.end = end;
      return check !== undefined;
    },
    tokenOf,
    setState(code) {
      state = code;
    },
  };
}
