import { useFixturePhone } from './fixture-phone';

/** What stands in the mini-program where `evaluate` and `mockWxMethod` run their functions. */
declare const wx: {
  getStorageSync(key: string): unknown;
  setStorageSync(key: string, value: unknown): void;
  showModal(options: object): void;
};
declare const getApp: () => { calls: string[] };
declare const failLater: { readonly now: unknown };
declare const tellTest: (...args: unknown[]) => void;

describe('the automation protocol of the host', () => {
  const phone = useFixturePhone();
  const client = () => phone().miniProgram;

  it('tells the page stack and the version', async () => {
    await phone().call('navigateTo', { url: '/pages/forms/index?a=1' });
    const stack = await client().pageStack();
    expect(stack.map(({ path }) => path)).toEqual(['pages/home/index', 'pages/forms/index']);
    await expect(client().checkVersion()).resolves.toBeUndefined();
    expect(await client().systemInfo()).toMatchObject({ windowWidth: 375, SDKVersion: '3.8.12' });
  });

  it('evaluates functions in the app and answers their results', async () => {
    expect(await client().evaluate((a: number, b: number) => a + b, 2, 3)).toBe(5);
    expect(await client().evaluate(() => getApp().calls.includes('show'))).toBe(true);
    await expect(
      client().evaluate(() => {
        throw new Error('inside');
      }),
    ).rejects.toThrow('inside');
  });

  it('calls wx methods, at once and with callbacks', async () => {
    await client().callWxMethod('setStorage', { key: 'k', data: [1] });
    expect(await client().callWxMethod('getStorageSync', 'k')).toEqual([1]);
    await expect(client().callWxMethod('getStorage', { key: 'missing' })).rejects.toThrow(
      'getStorage:fail data not found',
    );
    await expect(client().callWxMethod('noSuchThing')).rejects.toThrow('wx.noSuchThing not exists');
  });

  it('mocks wx methods by a result or a function that may use the original, and restores them', async () => {
    await client().mockWxMethod('showModal', { confirm: true, cancel: false });
    expect(await phone().call('showModal', {})).toEqual({ confirm: true, cancel: false, errMsg: 'showModal:ok' });
    await client().mockWxMethod('scanCode', { errMsg: 'scanCode:fail broken lens' });
    expect(await phone().call('scanCode')).toEqual({ errMsg: 'scanCode:fail broken lens' });
    await client().callWxMethod('setStorage', { key: 'k', data: 'old' });
    await client().mockWxMethod(
      'getStorageSync',
      function (this: { origin(key: string): unknown }, key: string, suffix: string) {
        return `${this.origin(key)}${suffix}`;
      },
      '+',
    );
    expect(await client().callWxMethod('getStorageSync', 'k')).toBe('old+');
    await client().restoreWxMethod('getStorageSync');
    expect(await client().callWxMethod('getStorageSync', 'k')).toBe('old');
  });

  it('exposes functions of the client to the app', async () => {
    const told = new Promise((resolve) => {
      void client().exposeFunction('tellTest', (...args: unknown[]) => resolve(args));
    });
    await client().evaluate(() => tellTest(1, { two: 2 }));
    expect(await told).toEqual([1, { two: 2 }]);
  });

  it('sends the app’s log and its exceptions', async () => {
    const logged = new Promise((resolve) => client().on('console', resolve));
    const thrown = new Promise((resolve) => client().on('exception', resolve));
    await client().evaluate(() => console.warn('careful', { a: 1 }));
    expect(await logged).toEqual({ type: 'warn', args: ['careful', { a: 1 }] });
    await client().evaluate(() => void setTimeout(() => failLater.now, 0));
    expect(await thrown).toMatchObject({ exception: { name: 'ReferenceError' } });
    expect(phone().takeCalls().at(-1)).toMatch(/^error failLater is not defined/);
  });

  it('answers dialogs through native', async () => {
    const answer = phone().call('showModal', { title: 'sure?' });
    await client().native().confirmModal();
    expect(await answer).toMatchObject({ confirm: true });
    await expect(client().native().cancelModal()).rejects.toThrow('no modal is shown');
  });

  it.each([
    ['a picture of the screen', () => client().screenshot(), 'App.captureScreenshot: nothing is painted'],
    ['test accounts', () => client().testAccounts(), 'Tool.getTestAccounts'],
    ['audits', () => client().stopAudits(), 'Tool.stopAudits'],
    ['plugins', () => client().callPluginWxMethod('p', 'x'), 'plugins'],
  ])('refuses %s by name', async (_what, ask, name) => {
    await expect(ask()).rejects.toThrow(name);
  });
});
