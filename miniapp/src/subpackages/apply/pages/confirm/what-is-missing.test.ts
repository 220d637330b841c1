import { AppError } from '@acceptance/shared';
import { problemOf } from '../../../../api/problem';
import { whatIsMissing } from './what-is-missing';

const incomplete = problemOf(
  new AppError('orders.incomplete', {
    details: { step: '发票与领取' },
    fields: [
      { path: 'email', message: '请填写' },
      { path: 'address', message: '请填写联系地址' },
      { path: 'elsewhere', message: '格式不正确' },
    ],
  }),
);

describe('what keeps an application from being handed in', () => {
  it('names the step and each field once', () => {
    expect(whatIsMissing(incomplete, 'form')).toEqual({
      step: 'form',
      stepLabel: '发票与领取',
      lines: ['邮箱：请填写', '请填写联系地址', '格式不正确'],
    });
  });

  it('leads to the form when the order itself seems complete', () => {
    expect(whatIsMissing(incomplete, 'submit')?.step).toBe('form');
  });

  it('is nothing for other problems, and before the order was read again', () => {
    expect(whatIsMissing(problemOf(new AppError('request.conflict')), 'form')).toBeNull();
    expect(whatIsMissing(incomplete, null)).toBeNull();
    expect(whatIsMissing(null, 'form')).toBeNull();
  });
});
