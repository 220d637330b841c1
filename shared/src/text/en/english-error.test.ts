import { AppError } from '../../errors/app-error';
import { englishBodyOf } from './english-error';

it('an error is answered in English with its details and fields, and otherwise as in Chinese', () => {
  const refusal = new AppError('orders.not_editable', {
    details: { status: '待审核' },
    fields: [{ path: 'unit.name', message: '单位名称最多 100 个字' }],
  });
  expect(englishBodyOf(refusal, 'r-1')).toEqual({
    error: {
      ...refusal.toBody('r-1').error,
      message: 'This application is now “Under review” and cannot be changed',
      next: 'Please refresh to see the latest status',
      fields: [{ path: 'unit.name', message: 'The name of the organisation can have at most 100 characters' }],
    },
  });
  const wrong = new AppError('auth.code_wrong', { details: { remaining: 3 } });
  expect(englishBodyOf(wrong, 'r-2').error.next).toContain('3 tries');
});
