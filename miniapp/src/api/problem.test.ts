import { AppError } from '@acceptance/shared';
import { NetworkError } from './network-error';
import { fieldMessage, problemOf, problemSentence } from './problem';

describe('a problem', () => {
  it('tells a lost network from a refusal and says that nothing typed is lost', () => {
    const problem = problemOf(NetworkError.of({ errMsg: 'request:fail timeout' }));
    expect(problem).toMatchObject({ kind: 'offline', code: null, message: '网络太慢，没有等到回应' });
    expect(problemSentence(problem)).toContain('已填写的内容都保留着');
  });

  it('sends a person without a session to sign in', () => {
    expect(problemOf(new AppError('auth.session_expired')).kind).toBe('signed-out');
    expect(problemOf(new AppError('auth.code_wrong')).kind).toBe('refused');
  });

  it('names the fields it is about', () => {
    const problem = problemOf(
      new AppError('request.invalid', { fields: [{ path: 'delivery.phone', message: '请输入 11 位手机号' }] }),
    );
    expect(fieldMessage(problem, 'delivery.phone')).toBe('请输入 11 位手机号');
    expect(fieldMessage(problem, 'email')).toBeNull();
    expect(fieldMessage(null, 'email')).toBeNull();
  });

  it('shows the request id only where the text asks to tell it to the service desk', () => {
    const options = { requestId: 'req-9' };
    expect(problemOf(new AppError('server.unexpected', options)).requestId).toBe('req-9');
    expect(problemOf(new AppError('orders.not_found', options)).requestId).toBeNull();
  });

  it('never shows a text that is not ours', () => {
    expect(problemOf(new TypeError('x is not a function')).message).toBe('服务出了点问题，刚才的操作可能没有完成');
  });
});
