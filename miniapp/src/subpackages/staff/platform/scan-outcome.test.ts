import { outcomeOfScanFailure } from './scan-outcome';

describe('a scan that found nothing', () => {
  it('was given up by the person', () => {
    expect(outcomeOfScanFailure({ errMsg: 'scanCode:fail cancel' })).toBe('cancelled');
  });

  it.each([{ errMsg: 'scanCode:fail' }, { errMsg: 'scanCode:fail system permission denied' }, new Error('gone'), null])(
    'could not be made: %p',
    (failure) => {
      expect(outcomeOfScanFailure(failure)).toBe('failed');
    },
  );
});
