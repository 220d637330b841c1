import type { JsonObject } from '../serving/json-object';

/** WeChat Pay's internal error numbers: the digits at the end of the Request-ID header. */
export const INTERNAL_NUMBERS = {
  parameter: 268435461,
  unknownParameter: 270924358,
  orderNotFound: 268512771,
  alreadyPaid: 268498689,
  orderExpired: 268447914,
  signature: 268443699,
  openIdMissing: 268501013,
  appMerchantMismatch: 268445527,
  reentryDiffers: 268498688,
  frequency: 268447840,
  other: 268435460,
} as const;

/** What a parameter error says about the parameter. Of an unknown parameter the location is null. */
export interface ParameterDetail extends JsonObject {
  field: string;
  value: unknown;
  issue: string;
  location: 'body' | 'query' | 'header' | null;
}

/** An error answer of API v3: `{code, message, detail?}` with an HTTP status. */
export class PayError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly internalNumber: number = INTERNAL_NUMBERS.other,
    readonly detail?: JsonObject,
  ) {
    super(message);
    this.name = 'PayError';
  }
}

/** 400 PARAM_ERROR about one parameter. */
export const parameterError = (
  message: string,
  detail: ParameterDetail,
  internalNumber: number = INTERNAL_NUMBERS.parameter,
): PayError => new PayError(400, 'PARAM_ERROR', message, internalNumber, detail);

export const orderNotFound = (): PayError =>
  new PayError(404, 'ORDER_NOT_EXIST', '订单不存在', INTERNAL_NUMBERS.orderNotFound);
