import type { JsonObject } from '../serving/json-object';
import { MADE_UP_UNITS, type RegisteredUnit, storyUnit } from './made-up-units';
import { isOperatingStatus } from './operating-status';
import { readParameters } from './request-parameters';
import { TencentError } from './tencent-error';

const VERIFY_TYPES = ['ENT_2META', 'ENT_3META'];

export interface UnitRegister {
  /** Enters a unit, or changes the one that has its code. An unknown status is a RangeError. */
  enter(unit: Omit<RegisteredUnit, 'operatingStatus'> & { operatingStatus: string }): void;
  /** What every query answers from now on: an error code, or `1` for StatusCode 1 (系统异常); `Ok` ends it. */
  setState(code: string): void;
  /** How many queries were charged. */
  charged(): number;
  verify(body: string): JsonObject;
}

const wrongValue = (name: string): TencentError =>
  new TencentError('InvalidParameterValue.InvalidParameterValueLimit', `参数值错误：${name}`);

function readQuery(body: string) {
  const request = readParameters(body, {
    CreditCode: 'text',
    EntName: 'text',
    LrName: 'optional-text',
    VerifyType: 'optional-text',
  });
  const [creditCode, name, representative] = [request.CreditCode, request.EntName, request.LrName ?? ''].map(String);
  const verifyType = request.VerifyType ?? (representative ? 'ENT_3META' : 'ENT_2META');
  if (!creditCode || !/^[0-9A-Z]{18}$/.test(creditCode)) throw wrongValue('CreditCode');
  if (!name?.trim()) throw wrongValue('EntName');
  if (!VERIFY_TYPES.includes(String(verifyType))) throw wrongValue('VerifyType');
  const asksThree = verifyType === 'ENT_3META';
  if (asksThree && !representative?.trim()) throw wrongValue('LrName');
  return { creditCode, name, representative, asksThree };
}

/** VerifyBizLicenseEnterprise3, version 2018-11-19: names must be those of the register to the character. */
export function createUnitRegister(): UnitRegister {
  const units = new Map(MADE_UP_UNITS.map((unit) => [unit.creditCode, unit]));
  let state = 'Ok';
  let charged = 0;
  return {
    enter({ operatingStatus, ...unit }) {
      if (!isOperatingStatus(operatingStatus)) throw new RangeError(`the register has no status "${operatingStatus}"`);
      units.set(unit.creditCode, { ...unit, operatingStatus });
    },
    setState(code) {
      state = code;
    },
    charged: () => charged,
    verify(body) {
      const { creditCode, name, representative, asksThree } = readQuery(body);
      if (state === '1') return { StatusCode: 1 };
      if (state !== 'Ok') throw new TencentError(state, '请求失败。');
      const unit = units.get(creditCode) ?? storyUnit(creditCode);
      // 查询无结果, 不计费
      if (!unit && ![...units.values()].some((other) => other.name === name)) return { StatusCode: 2 };
      charged += 1;
      if (unit?.name !== name) {
        return { StatusCode: 0, VerifyResult: 0, ...(!asksThree && { OperatingStatus: '/' }) };
      }
      const { legalRepresentative, operatingStatus } = unit;
      return {
        StatusCode: 0,
        VerifyResult: !asksThree || legalRepresentative === representative ? 1 : 0,
        OperatingStatus: asksThree && operatingStatus !== '1' ? '2' : operatingStatus,
      };
    },
  };
}
