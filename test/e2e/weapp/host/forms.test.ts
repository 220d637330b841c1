import { loadImage } from '@napi-rs/canvas';
import type WeappElement from 'miniprogram-automator/out/Element';
import type { InputElement, ScrollViewElement, SwitchElement } from 'miniprogram-automator/out/Element';
import { useFixturePhone } from './fixture-phone';

describe('forms, touches and canvases of the host', () => {
  const backend = {
    loginCode: () => Promise.resolve('code'),
    phoneCode: (phoneNumber: string) => Promise.resolve(`code-of-${phoneNumber}`),
    openPaymentSheet: () => Promise.resolve({ outTradeNo: 'T1' }),
    pay: () => Promise.resolve(),
    grantSubscription: () => Promise.resolve(),
  };
  const phone = useFixturePhone({ backend });
  beforeEach(async () => {
    await phone().call('navigateTo', { url: '/pages/forms/index' });
  });
  const element = async <T extends WeappElement = WeappElement>(selector: string): Promise<T> => {
    const found = await (await phone().page()).$(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found as T;
  };
  const data = async (path: string): Promise<unknown> => (await phone().page()).data(path);

  it('types within maxlength, with focus and blur, and lets the handler replace the value', async () => {
    await (await element<InputElement>('input')).input('abcdefgh');
    expect(await data('typed')).toBe('abcde');
    expect(await (await element('input')).value()).toBe('ABCDE');
    await (await element<InputElement>('textarea')).input('longer');
    expect(await data('text')).toBe('longer');
    expect(await data('notes')).toEqual(['focus', 'blur']);
  });

  it('submits what the named controls hold, and empties them on reset', async () => {
    await (await element<InputElement>('input')).input('ab');
    await (await element<SwitchElement>('switch')).tap();
    await (await element('#x-label')).tap();
    await (await element('#r2')).tap();
    await (await element('picker')).trigger('change', { value: 1 });
    await (await element('#submit')).tap();
    expect(await data('submitted')).toEqual({ name: 'AB', text: '', on: true, boxes: ['x', 'y'], radio: '2', pick: 1 });
    expect(await data('changes')).toEqual([true, ['x', 'y'], 1]);
    await (await element('#reset')).tap();
    expect(await (await element('input')).value()).toBe('');
  });

  it('swallows taps on a disabled button', async () => {
    await (await element('#off')).tap();
    expect(await data('notes')).toEqual([]);
    expect(await data('submitted')).toBeNull();
  });

  it('gives a phone code after consent, and says when the person refuses', async () => {
    phone().host.phone.phoneNumber = '19900000001';
    await (await element('#phone')).tap();
    expect(await data('phone')).toEqual({ errMsg: 'getPhoneNumber:ok', code: 'code-of-19900000001' });
    phone().host.phone.phoneNumber = null;
    await (await element('#phone')).tap();
    expect(await data('phone')).toEqual({ errMsg: 'getPhoneNumber:fail user deny' });
    phone().host.phone.privacy = { needAuthorization: true, answer: 'disagree', declared: null };
    await (await element('#phone')).tap();
    expect(await data('phone')).toMatchObject({ errno: 104 });
  });

  it('scrolls a scroll-view', async () => {
    const scroll = await element<ScrollViewElement>('#scroll');
    await scroll.scrollTo(0, 120);
    expect(await data('scrollTop')).toBe(120);
    expect(await scroll.property('scrollTop')).toBe(120);
  });

  it('tells the place of touches on a canvas', async () => {
    const canvas = await element('#paper');
    const { left, top } = (await canvas.offset()) as { left: number; top: number };
    const at = (x: number, y: number) => [{ identifier: 0, clientX: left + x, clientY: top + y }];
    await canvas.touchstart({ touches: at(10, 20), ...{ changedTouches: at(10, 20) } });
    await canvas.touchmove({ touches: at(30, 40), ...{ changedTouches: at(30, 40) } });
    await canvas.touchend({ touches: [], ...{ changedTouches: at(30, 40) } });
    expect(await data('touches')).toEqual([
      ['touchstart', 10, 20, 1],
      ['touchmove', 30, 40, 1],
      ['touchend', 30, 40, 0],
    ]);
  });

  it('draws on a real canvas and exports a real PNG', async () => {
    const { tempFilePath } = (await (await phone().page()).callMethod('drawAndExport')) as { tempFilePath: string };
    const bytes = phone().host.phone.files.read(tempFilePath);
    const image = await loadImage(bytes as Buffer);
    expect([image.width, image.height]).toEqual([600, 400]);
    const info = await phone().call('getImageInfo', { src: tempFilePath });
    expect(info).toMatchObject({ width: 600, height: 400, type: 'png' });
  });
});
