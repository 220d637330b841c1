import { useFixturePhone } from './fixture-phone';

describe('the keyboard of the host', () => {
  const phone = useFixturePhone();
  beforeEach(async () => {
    await phone().call('navigateTo', { url: '/pages/forms/index' });
  });
  const page = () => phone().page();
  const keyboard = () => phone().host.keyboard();
  const idle = () => phone().host.running().activity.whenIdle();
  const slow = () => {
    phone().host.phone.link = { toLogicMs: 20, toViewMs: 60 };
  };
  const enter = async (selector: string) => {
    await (await (await page()).$(selector))?.tap();
  };

  it('gives what is typed to the view at once, and to the code key by key, in order', async () => {
    slow();
    await enter('#digits');
    await keyboard().type('1380', 1);
    expect(keyboard().text()).toBe('1380');
    expect(await (await page()).data('heard')).toEqual([]);
    await idle();
    expect(await (await page()).data('heard')).toEqual(['1', '13', '138', '1380']);
  });

  it('loses keys of a quick person where the code sends each one back', async () => {
    slow();
    await enter('#echoed');
    await keyboard().type('0123456789', 15);
    await idle();
    expect(keyboard().text().length).toBeLessThan(10);
  });

  it('puts the caret to the end when the code sends a value', async () => {
    await enter('#echoed');
    keyboard().paste('0123456789');
    await idle();
    keyboard().moveTo(3);
    keyboard().press('x');
    expect([keyboard().text(), keyboard().caret()]).toEqual(['012x3456789', 4]);
    await idle();
    expect([keyboard().text(), keyboard().caret()]).toEqual(['012x3456789', 11]);
  });

  it('keeps the text that is typed when the code sends the value that it has sent before', async () => {
    await enter('#kept');
    await (await page()).setData({ kept: '1' });
    keyboard().press('2');
    await (await page()).setData({ kept: '1' });
    expect(keyboard().text()).toBe('12');
    await (await page()).setData({ kept: '' });
    expect(keyboard().text()).toBe('');
  });

  it('cuts at maxlength, erases before the caret, and has digits only where the field asks for a number', async () => {
    await enter('#echoed');
    keyboard().paste('0123456789abcdef');
    expect(keyboard().text()).toBe('0123456789ab');
    keyboard().erase();
    expect(keyboard().text()).toBe('0123456789a');
    await enter('#digits');
    expect(() => keyboard().press('a')).toThrow('the keyboard of type number has no key a');
    keyboard().paste('+86 138');
    expect(keyboard().text()).toBe('+86 138');
  });

  it('confirms, then closes and leaves the field', async () => {
    await enter('#digits');
    keyboard().press('1');
    keyboard().confirm();
    expect(() => keyboard().press('2')).toThrow('no field has the keyboard');
    await idle();
    expect(await (await page()).data('notes')).toEqual(['confirm', 'blur']);
  });

  it('loses field, text and keyboard when the field is drawn by another template', async () => {
    await enter('#swapped');
    keyboard().paste('typed');
    await (await page()).setData({ frame: 'framed' });
    expect(() => keyboard().press('x')).toThrow('the field with the keyboard is gone');
  });

  it('shows data no earlier than it arrives', async () => {
    phone().host.phone.link = { toLogicMs: 0, toViewMs: 50 };
    phone().host.running().pages.top()?.setData({ echo: 'late' });
    const input = await (await page()).$('#echoed');
    expect(await input?.value()).toBe('');
    await idle();
    expect(await input?.value()).toBe('late');
  });
});
