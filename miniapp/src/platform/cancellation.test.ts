import { isCancellation } from './cancellation';

describe('what WeChat answers through fail', () => {
  it.each(['scanCode:fail cancel', 'shareFileMessage:fail cancel'])('is the person’s own choice: %s', (errMsg) => {
    expect(isCancellation({ errMsg })).toBe(true);
  });

  it.each([{ errMsg: 'scanCode:fail' }, { errMsg: 'shareFileMessage:fail file not found' }, new Error('gone'), null])(
    'is something that the phone could not do: %p',
    (failure) => {
      expect(isCancellation(failure)).toBe(false);
    },
  );
});
