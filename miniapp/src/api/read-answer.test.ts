import { ApiError, AppError } from '@acceptance/shared';
import { readAnswer } from './read-answer';

const errorOf = (status: number, body: unknown): ApiError => {
  try {
    readAnswer({ status, body });
  } catch (error) {
    if (error instanceof ApiError) {
      return error;
    }
  }
  throw new Error('expected an ApiError');
};

describe('an answer of the API', () => {
  it('gives its body, and nothing for 204', () => {
    expect(readAnswer({ status: 201, body: { id: '1' } })).toEqual({ id: '1' });
    expect(readAnswer({ status: 204, body: '' })).toBeUndefined();
  });

  it('becomes the error of its code, with details, fields and the request id', () => {
    const sent = new AppError('auth.code_wrong', {
      details: { remaining: 3 },
      fields: [{ path: 'code', message: '验证码不对' }],
    });
    const error = errorOf(401, sent.toBody('req-1'));
    expect(error.code).toBe('auth.code_wrong');
    expect(error.next).toContain('还可以试 3 次');
    expect(error).toMatchObject({ details: { remaining: 3 }, requestId: 'req-1', status: 401 });
    expect(error.fields).toEqual(sent.fields);
  });

  it('is said in the words that it came in, also with a code that is newer than this client', () => {
    const { error: body } = new AppError('auth.code_wrong').toBody('req-1');
    const newer = { ...body, code: 'auth.code_of_tomorrow', message: 'Not today', next: 'Come tomorrow' };
    expect(errorOf(403, { error: newer })).toMatchObject({ userMessage: 'Not today', next: 'Come tomorrow' });
  });

  it.each([
    [502, 'server.unavailable'],
    [504, 'server.unavailable'],
    [500, 'server.unexpected'],
    [404, 'server.unexpected'],
    [413, 'request.too_large'],
  ])('of a proxy with status %i reads as %s', (status, code) => {
    expect(errorOf(status, '<html>Bad gateway</html>').code).toBe(code);
  });
});
