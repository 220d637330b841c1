import { ApiError } from './api-error';
import { AppError } from './app-error';
import { ERROR_CATALOGUE, type ErrorCode, isErrorCode } from './error-catalogue';
import { apiErrorOf } from './parse-error-body';

const CODES = Object.keys(ERROR_CATALOGUE) as ErrorCode[];

/** The `{names}` in the two sentences of an error. */
function placeholdersOf(code: ErrorCode): string[] {
  const { message, next } = ERROR_CATALOGUE[code];
  return [...`${message}${next}`.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!);
}
const detailsFor = (code: ErrorCode): Record<string, string> =>
  Object.fromEntries(placeholdersOf(code).map((name) => [name, `<${name}>`]));

describe('error catalogue', () => {
  it.each(CODES)('%s has an HTTP error status and two Chinese sentences', (code) => {
    const { status, message, next } = ERROR_CATALOGUE[code];
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(message).toMatch(/\p{Script=Han}/u);
    expect(next).toMatch(/\p{Script=Han}/u);
  });

  it.each(CODES.filter((code) => placeholdersOf(code).length > 0))('%s is filled from its details', (code) => {
    const details = detailsFor(code);
    const error = new AppError(code, { details });
    const text = error.userMessage + error.next;
    expect(text).not.toMatch(/[{}]/);
    for (const value of Object.values(details)) {
      expect(text).toContain(value);
    }
  });

  it('writes placeholders as plain names, so that every one of them is filled', () => {
    for (const code of CODES) {
      expect(placeholdersOf(code).filter((name) => !/^[a-z][A-Za-z]*$/.test(name))).toEqual([]);
    }
  });

  it('tells its codes from anything else', () => {
    expect(isErrorCode('orders.not_found')).toBe(true);
    expect([undefined, null, 404, '', 'orders.missing', 'toString', '__proto__'].filter(isErrorCode)).toEqual([]);
  });
});

describe('AppError', () => {
  it('takes status and sentences from the catalogue', () => {
    const error = new AppError('request.too_frequent', { details: { seconds: 30 } });
    expect(error).toMatchObject({
      name: 'AppError',
      message: 'request.too_frequent',
      status: 429,
      userMessage: '操作太频繁了',
      next: '请在 30 秒后再试',
    });
  });

  it('leaves a placeholder visible when its detail is missing, rather than printing "undefined"', () => {
    expect(new AppError('request.too_frequent').next).toBe('请在 {seconds} 秒后再试');
  });

  it('keeps its cause to itself', () => {
    const error = new AppError('server.unexpected', { cause: new Error('connection string') });
    expect(error.cause).toBeInstanceOf(Error);
    expect(JSON.stringify(error.toBody('r-1'))).not.toContain('connection string');
  });

  it('answers code, sentences and request id, and details and fields only where there are some', () => {
    expect(new AppError('orders.not_found').toBody('r-1')).toEqual({
      error: {
        code: 'orders.not_found',
        message: '没有找到这份申请',
        next: '请到“申请”列表查看',
        requestId: 'r-1',
      },
    });
    const fields = [{ path: 'delivery.phone', message: '请输入 11 位手机号' }];
    expect(new AppError('request.invalid', { fields }).toBody('r-2').error).toMatchObject({ fields });
  });
});

describe('an error on its way to the client', () => {
  it.each(CODES)('%s arrives as it was sent', (code) => {
    const fields = [{ path: 'form.email', message: '邮箱格式不对，例如 name@example.cn' }];
    const sent = new AppError(code, { details: detailsFor(code), fields });
    const arrived = apiErrorOf(sent.status, JSON.parse(JSON.stringify(sent.toBody('r-1'))));
    expect(arrived).toBeInstanceOf(ApiError);
    expect(arrived).toMatchObject({
      code,
      status: sent.status,
      userMessage: sent.userMessage,
      next: sent.next,
      details: sent.details,
      fields,
      requestId: 'r-1',
    });
  });

  const body = new AppError('orders.not_found').toBody('r-1');
  it.each([
    ['nothing', undefined],
    ['a page of the front server', '<html>502 Bad Gateway</html>'],
    ['another shape', { code: 'orders.not_found' }],
    ['what is no code', { error: { ...body.error, code: 'Orders vanished' } }],
    ['no request id', { error: { ...body.error, requestId: undefined } }],
    ['details that are not flat', { error: { ...body.error, details: { nested: {} } } }],
  ])('is not made up from %s', (_, answer) => {
    expect(apiErrorOf(404, answer)).toBeNull();
  });
});
