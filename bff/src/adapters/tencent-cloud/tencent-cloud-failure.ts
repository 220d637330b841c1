import { PortError, type PortFailure } from '../../ports/port-error';

/** Beginning of Tencent Cloud's error codes → who has to act; the first that fits counts (公共错误码 and the APIs' own). */
const FAILURE_OF_PREFIX: readonly (readonly [prefix: string, failure: PortFailure])[] = [
  ['AuthFailure', 'misconfigured'],
  ['UnauthorizedOperation', 'misconfigured'],
  ['UnsupportedRegion', 'misconfigured'],
  ['InvalidAction', 'misconfigured'],
  ['NoSuchVersion', 'misconfigured'],
  ['NoSuchProduct', 'misconfigured'],
  ['IpInBlacklist', 'misconfigured'],
  ['IpNotInWhitelist', 'misconfigured'],
  ['UnknownParameter', 'misconfigured'],
  ['MissingParameter', 'misconfigured'],
  ['FailedOperation.SignatureIncorrectOrUnapproved', 'misconfigured'],
  ['FailedOperation.TemplateIncorrectOrUnapproved', 'misconfigured'],
  ['FailedOperation.TemplateParamSetNotMatchApprovedTemplate', 'misconfigured'],
  ['FailedOperation.InsufficientBalanceInSmsPackage', 'misconfigured'],
  ['FailedOperation.PhoneNumberInBlacklist', 'rejected'],
  // ocr: 服务未开通, 欠费, 资源包耗尽, 计费状态异常 are for us to settle at the vendor's; 今日次数达到限制 ends by itself
  ['FailedOperation.UnOpenError', 'misconfigured'],
  ['FailedOperation.ArrearsError', 'misconfigured'],
  ['ResourceUnavailable', 'misconfigured'],
  ['ResourcesSoldOut', 'misconfigured'],
  ['FailedOperation.CountLimitError', 'rate-limited'],
  // ocr: what was sent is no picture it takes
  ['FailedOperation.ImageDecodeFailed', 'rejected'],
  ['FailedOperation.ImageSizeTooLarge', 'rejected'],
  ['FailedOperation.EmptyImageError', 'rejected'],
  ['LimitExceeded.TooLargeFileError', 'rejected'],
  // faceid: a business flow (RuleId) that is not there or switched off; the service not bought
  ['InvalidParameterValue.RuleId', 'misconfigured'],
  ['OperationDenied', 'misconfigured'],
  ['RequestLimitExceeded', 'rate-limited'],
  ['LimitExceeded', 'rate-limited'],
  ['InvalidParameter', 'rejected'],
  ['UnsupportedOperation', 'rejected'],
];

/** The failure that an error code of Tencent Cloud stands for; an unknown one is a fault of theirs, to be tried again. */
export const failureOfCode = (code: string): PortFailure =>
  FAILURE_OF_PREFIX.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 'unavailable';

/** Tencent's texts may quote the request, so only the code is kept. */
export const portErrorOfCode = (port: string, code: string): PortError =>
  new PortError(port, failureOfCode(code), code);
