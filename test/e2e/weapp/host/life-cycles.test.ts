import { useFixturePhone } from './fixture-phone';

describe('life cycles and routes of the host', () => {
  const phone = useFixturePhone();

  it('launches the app, loads, shows and readies the first page with its components', () => {
    expect(phone().takeCalls()).toEqual([
      'launch pages/home/index',
      'show',
      'home.onLoad',
      'home.onShow',
      'counter.attached',
      'counter.ready',
      'home.onReady',
    ]);
  });

  it('hides the page below, and shows it again when the one above was left', async () => {
    phone().takeCalls();
    await phone().call('navigateTo', { url: '../forms/index?x=1&y=%E4%BD%A0' });
    expect(phone().takeCalls()).toEqual(['home.onHide', 'forms.onLoad', 'forms.onShow', 'forms.onReady']);
    expect((await phone().page()).query).toEqual({ x: '1', y: '%E4%BD%A0' });
    await phone().call('navigateBack');
    expect(phone().takeCalls()).toEqual(['forms.onUnload', 'home.onShow']);
  });

  it('unloads the page that is replaced', async () => {
    await phone().call('navigateTo', { url: '/pages/forms/index' });
    phone().takeCalls();
    await phone().call('redirectTo', { url: '/pages/wx/index' });
    expect(phone().takeCalls()).toEqual(['forms.onUnload', 'wx.onLoad', 'wx.onShow', 'wx.onReady']);
  });

  it('keeps tab pages alive and unloads what lies above them', async () => {
    await phone().call('switchTab', { url: '/pages/tab/index' });
    await phone().call('navigateTo', { url: '/pages/forms/index' });
    phone().takeCalls();
    await phone().call('switchTab', { url: '/pages/home/index' });
    expect(phone().takeCalls()).toEqual(['forms.onUnload', 'home.onShow']);
    expect(phone().host.running().pages.pages()).toHaveLength(1);
  });

  it('loads a sub-package when one of its pages is entered, not before', async () => {
    expect(phone().host.running().openedPackages()).toEqual([]);
    await phone().call('navigateTo', { url: '/sub/pages/inner/index' });
    expect(phone().host.running().openedPackages()).toEqual(['sub']);
    expect(await (await (await phone().page()).$('view'))?.text()).toBe('from the sub-package');
  });

  it.each([
    ['navigateTo', '/pages/nowhere/index', 'navigateTo:fail page "pages/nowhere/index" is not found'],
    ['navigateTo', '/pages/tab/index', 'navigateTo:fail can not navigateTo a tabbar page'],
    ['redirectTo', '/pages/tab/index', 'redirectTo:fail can not redirectTo a tabbar page'],
    ['switchTab', '/pages/forms/index', 'switchTab:fail can not switch to no-tabBar page'],
    ['navigateBack', '', 'navigateBack:fail cannot navigate back at first page.'],
  ])('refuses %s %s as WeChat does', async (method, url, errMsg) => {
    expect(await phone().call(method, { url })).toEqual({ errMsg });
  });

  it('refuses the eleventh page', async () => {
    for (let depth = 2; depth <= 10; depth += 1) {
      expect(await phone().call('navigateTo', { url: '/pages/forms/index' })).toEqual({ errMsg: 'navigateTo:ok' });
    }
    const answer = await phone().call('navigateTo', { url: '/pages/forms/index' });
    expect(answer).toEqual({ errMsg: 'navigateTo:fail webview count limit exceed' });
  });

  it('goes to the background and comes back', () => {
    phone().takeCalls();
    phone().host.toBackground();
    phone().host.toForeground();
    expect(phone().takeCalls()).toEqual(['home.onHide', 'hide', 'show', 'home.onShow']);
  });

  it('forgets memory and keeps storage when the app is killed', async () => {
    await phone().call('setStorage', { key: 'kept', data: { a: 1 } });
    phone().host.running().appInstance().memory = 'lost';
    phone().host.kill();
    await expect(phone().miniProgram.currentPage()).rejects.toThrow('the app is not running');
    await phone().host.launch();
    expect(phone().host.running().appInstance().memory).toBeUndefined();
    expect(await phone().call('getStorage', { key: 'kept' })).toEqual({ data: { a: 1 }, errMsg: 'getStorage:ok' });
  });

  it('turns the screen and tells pages and listeners', async () => {
    await phone().call('navigateTo', { url: '/pages/forms/index' });
    const sizes: unknown[] = [];
    (phone().host.running().realm.globals.wx as { onWindowResize(work: (size: unknown) => void): void }).onWindowResize(
      (event) => sizes.push(event),
    );
    phone().takeCalls();
    phone().host.rotate(true);
    expect(phone().takeCalls()).toEqual(['forms.onResize']);
    expect(sizes).toEqual([{ size: { windowWidth: 812, windowHeight: 287 } }]);
  });

  it('reaches the bottom once and follows the scrolling', async () => {
    phone().takeCalls();
    await phone().miniProgram.pageScrollTo(400);
    expect(await (await phone().page()).scrollTop()).toBe(400);
    await phone().miniProgram.pageScrollTo(100_000);
    await phone().miniProgram.pageScrollTo(99_000);
    expect(phone().takeCalls()).toEqual(['home.onReachBottom']);
  });

  it('refreshes by pulling down', async () => {
    phone().takeCalls();
    await phone().call('startPullDownRefresh');
    expect(phone().takeCalls()).toEqual(['home.onPullDownRefresh']);
    expect(phone().host.isRefreshing()).toBe(true);
    await phone().call('stopPullDownRefresh');
    expect(phone().host.isRefreshing()).toBe(false);
  });

  it('gives the app no globals of browsers or of Node', async () => {
    const seen = await (await phone().page()).callMethod('globalsSeen');
    expect(seen).toEqual(Array(7).fill('undefined'));
  });
});
