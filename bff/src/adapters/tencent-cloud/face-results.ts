import type { FaceFailure } from '@acceptance/shared';
import * as v from 'valibot';
import type { FaceResult } from '../../ports/face-checker';

/** `Text` of GetDetectInfoEnhanced: numbers and texts may be null, as long as nothing was done all of it. */
export const detectInfoSchema = v.object({
  Text: v.nullish(
    v.object({ ErrCode: v.nullish(v.number()), IdCard: v.nullish(v.string()), Name: v.nullish(v.string()) }),
  ),
});
export type DetectInfo = v.InferOutput<typeof detectInfoSchema>;

/** 本次流程未完成 */
const NOT_DONE = 17;
/** Token 过期 */
const EXPIRED = 15;

/**
 * `ErrCode` that says why it did not pass (人脸核身返回码, WeChat H5 and mini-programs: cloud.tencent.com/document/product/1007/31082
 * and the earlier table with 数字活体 and 动作活体). Where the tables are silent, see `failureOf`.
 */
const FAILURES: Readonly<Record<FaceFailure, readonly number[]>> = {
  /** 光线, 距离, 脸部未完整露出, 视频像素太低, 声音太小, 视频提取照片出错 */
  unclear: [1101, 1102, 1103, 1106, 1107, 1108, 1109, 1201, 1202, 1203, 1204, 1205, 2004, 2010, 2013, 2014],
  /** 疑似非真人录制 */
  'not-live': [1002, 1301],
  'several-faces': [2012],
  /** 无法判断为同一人: 疑似非活体, 比对失败, 相似度未达到通过阈值 */
  'other-person': [2011, 2015, 2016],
  /** 姓名有误, 身份证号有误, 姓名和身份证号不匹配; 证件号码与业务传入不符 */
  mismatch: [2002, 2003, 2006, 301],
  /** 未查询到身份信息, 未查询到照片信息, 照片分辨率过低: 请通过其他渠道验证 */
  'no-photo': [2005, 2007, 2008, 2009],
  /** 已达到重试上限 */
  'too-many': [16],
  /** 视频获取失败, 网络不稳定, 人脸验证失败请重试, 本次校验已完成 */
  interrupted: [14, 201, 202, 302, 303, 1003, 1004, 1005, 1007, 1008, 1104, 1105, 1302, 1303],
  /** 调用方式出错, 无权限, 未授权: ours to mend, and no fault of the person. 服务异常, 引擎超时, 证照库出错, 数据源升级中: theirs */
  provider: [1, 2, 3, 4, 8, 10, 12, 13, 203, 204, 1001, 1006, 2001, 2017],
};

const FAILURE_OF_CODE = new Map(
  (Object.keys(FAILURES) as FaceFailure[]).flatMap((failure) =>
    FAILURES[failure].map((code) => [code, failure] as const),
  ),
);

/** A code that no table names has not proved anybody and says nothing against anybody: it can be tried again. */
const failureOf = (code: number): FaceFailure => FAILURE_OF_CODE.get(code) ?? 'interrupted';

/** What the vendor's answer says; null where a pass names nobody. */
export function faceResultOf({ Text: text }: DetectInfo): FaceResult | null {
  const code = text?.ErrCode ?? NOT_DONE;
  if (code === NOT_DONE) {
    return { outcome: 'not-done' };
  }
  if (code === EXPIRED) {
    return { outcome: 'expired' };
  }
  if (code !== 0) {
    return { outcome: 'failed', failure: failureOf(code) };
  }
  const { IdCard: idNumber, Name: name } = text ?? {};
  return name && idNumber ? { outcome: 'passed', name, idNumber } : null;
}
