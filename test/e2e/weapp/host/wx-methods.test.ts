import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCanvas } from '@napi-rs/canvas';
import { useFixturePhone } from './fixture-phone';

interface Seen {
  readonly method?: string;
  readonly url?: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

describe('wx of the host', () => {
  const seen: Seen[] = [];
  let answering = 0;
  let mostAtOnce = 0;
  let held: (() => void)[] = [];
  let server: Server;
  let origin = '';
  const backend = {
    loginCode: () => Promise.resolve('fresh-code'),
    phoneCode: () => Promise.resolve('phone-code'),
    openPaymentSheet: (sheet: Record<string, unknown>) =>
      Promise.resolve(sheet.paySign === 'wrong' ? { refusal: '支付验证签名失败' } : { outTradeNo: 'T1' }),
    pay: (outTradeNo: string) => Promise.resolve(void paid.push(outTradeNo)),
    grantSubscription: (id: string) => Promise.resolve(void granted.push(id)),
  };
  const paid: string[] = [];
  const granted: string[] = [];
  const network = { origins: {} as Record<string, string>, domains: null };
  const phone = useFixturePhone({ backend, network });

  beforeAll(async () => {
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      answering += 1;
      mostAtOnce = Math.max(mostAtOnce, answering);
      response.once('close', () => {
        answering -= 1;
      });
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { method, url, headers } = request;
        seen.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
        const answer = () => {
          response.setHeader('content-type', 'application/json');
          response.statusCode = url === '/teapot' ? 418 : 200;
          response.end(JSON.stringify({ url }));
        };
        if (url === '/held') held.push(answer);
        else answer();
      });
    });
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    network.origins['https://api.example.com'] = origin;
  });
  beforeEach(() => {
    seen.splice(0);
    held = [];
    paid.splice(0);
    granted.splice(0);
    mostAtOnce = 0;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = 'https://api.example.com';

  it('sends JSON, maps the origin, fixes the referer, and gives any status to success', async () => {
    const header = { Referer: 'https://elsewhere', 'X-Own': '1' };
    const answer = await phone().call('request', { url: `${url}/teapot`, method: 'POST', data: { a: 1 }, header });
    expect(answer).toMatchObject({ statusCode: 418, data: { url: '/teapot' }, errMsg: 'request:ok' });
    expect(seen[0]).toMatchObject({ method: 'POST', body: '{"a":1}', headers: { 'x-own': '1' } });
    expect(seen[0]?.headers.referer).toBe('https://servicewechat.com/touristappid/0/page-frame.html');
    await phone().call('request', { url: `${url}/x`, data: { a: 'ü', b: 2 } });
    expect(seen[1]?.url).toBe('/x?a=%C3%BC&b=2');
  });

  it('fails without a network, at the time-out, when cut, and for wrong arguments', async () => {
    expect(await phone().call('request', {})).toMatchObject({
      errMsg: 'request:fail parameter error: parameter.url should be String instead of Undefined;',
    });
    expect(await phone().call('request', { url: `${url}/held`, timeout: 30 })).toMatchObject({
      errMsg: 'request:fail timeout',
    });
    const cut = phone().call('request', { url: `${url}/held` });
    phone().host.setNetwork({ type: 'none' });
    expect((await cut).errMsg).toContain('net::ERR_INTERNET_DISCONNECTED');
    expect((await phone().call('request', { url })).errMsg).toContain('net::ERR_INTERNET_DISCONNECTED');
    expect(await phone().call('getNetworkType')).toMatchObject({ networkType: 'none' });
  });

  it('runs ten at a time and lets the others wait', async () => {
    const all = Array.from({ length: 12 }, () => phone().call('request', { url: `${url}/held` }));
    const release = setInterval(() => {
      for (const answer of held.splice(0)) answer();
    }, 20);
    await Promise.all(all);
    clearInterval(release);
    expect(mostAtOnce).toBeLessThanOrEqual(10);
    expect(seen).toHaveLength(12);
  });

  it('uploads one file as multipart with a text for an answer, and downloads into a temporary file', async () => {
    const filePath = phone().host.phone.files.addTemporary(Buffer.from('picture'), 'jpg');
    const options = { url: `${url}/up`, filePath, name: 'file', fileName: 'front.jpg', formData: { purpose: 'x' } };
    const answer = await phone().call('uploadFile', options);
    expect(answer).toMatchObject({ statusCode: 200, data: '{"url":"/up"}' });
    expect(seen[0]?.body).toContain('name="purpose"\r\n\r\nx');
    expect(seen[0]?.body).toContain('name="file"; filename="front.jpg"\r\nContent-Type: image/jpeg\r\n\r\npicture');
    const missing = await phone().call('uploadFile', { ...options, filePath: 'wxfile://tmp_none' });
    expect(missing).toMatchObject({ errMsg: 'uploadFile:fail file not found' });
    const down = await phone().call('downloadFile', { url: `${url}/teapot` });
    expect(down).toMatchObject({ statusCode: 418 });
    expect(String(phone().host.phone.files.read(String(down.tempFilePath)))).toBe('{"url":"/teapot"}');
  });

  it('cuts an upload when the app stays in the background', async () => {
    const filePath = phone().host.phone.files.addTemporary(Buffer.from('picture'), 'jpg');
    const answer = phone().call('uploadFile', { url: `${url}/held`, filePath, name: 'file' });
    phone().host.toBackground({ cutTransfers: true });
    expect(await answer).toEqual({ errMsg: 'uploadFile:fail interrupted' });
  });

  it('keeps values of storage as JSON within its limits', async () => {
    await phone().call('setStorage', { key: 'k', data: { a: [1], when: undefined } });
    expect(await phone().call('getStorage', { key: 'k' })).toMatchObject({ data: { a: [1] } });
    const tooLong = await phone().call('setStorage', { key: 'big', data: 'x'.repeat(1024 * 1024) });
    expect(tooLong.errMsg).toBe('setStorage:fail exceed storage item max length');
    for (let n = 0; n < 10; n += 1) await phone().call('setStorage', { key: `n${n}`, data: 'x'.repeat(1024 * 1000) });
    const tooMuch = await phone().call('setStorage', { key: 'more', data: 'x'.repeat(1024 * 500) });
    expect(tooMuch.errMsg).toBe('setStorage:fail exceed storage max size 10Mb');
    await phone().call('clearStorage');
    expect(await phone().call('getStorageInfo')).toMatchObject({ keys: [], limitSize: 10_240 });
  });

  it('asks for a permission once; refused, it fails until the settings were changed', async () => {
    const { host } = phone();
    host.phone.permissionAnswer = 'refuse';
    expect(await phone().call('authorize', { scope: 'scope.camera' })).toMatchObject({
      errMsg: 'authorize:fail auth deny',
    });
    host.phone.permissionAnswer = 'allow';
    expect(await phone().call('authorize', { scope: 'scope.camera' })).toMatchObject({
      errMsg: 'authorize:fail auth deny',
    });
    host.phone.settingsChanges = { 'scope.camera': true };
    expect(await phone().call('openSetting')).toEqual({
      errMsg: 'openSetting:fail can only be invoked by user TAP gesture.',
    });
    expect(await phone().callInTap('openSetting')).toMatchObject({ authSetting: { 'scope.camera': true } });
    expect(await phone().call('authorize', { scope: 'scope.camera' })).toEqual({ errMsg: 'authorize:ok' });
  });

  it('asks for privacy consent before a declared call, and refuses what is not declared', async () => {
    const { host } = phone();
    host.phone.privacy = { needAuthorization: true, answer: 'disagree', declared: ['setClipboardData'] };
    expect(await phone().call('setClipboardData', { data: 'x' })).toEqual({
      errMsg: 'setClipboardData:fail privacy permission is not authorized',
      errno: 104,
    });
    expect(await phone().call('getClipboardData')).toMatchObject({ errno: 112 });
    host.phone.privacy.answer = 'agree';
    // Documented: nobody is asked again for ten seconds.
    expect(await phone().call('setClipboardData', { data: 'x' })).toMatchObject({ errno: 104 });
    host.phone.privacy.refusedAt = 0;
    expect(await phone().call('setClipboardData', { data: 'x' })).toEqual({ errMsg: 'setClipboardData:ok' });
    expect(await phone().call('getPrivacySetting')).toMatchObject({ needAuthorization: false });
  });

  it('leaves consent to the app’s own sheet, which must have been tapped', async () => {
    const { host } = phone();
    const asked: string[] = [];
    let answer: (given: object) => void = () => undefined;
    const wx = host.running().realm.globals.wx as { onNeedPrivacyAuthorization(listener: unknown): void };
    wx.onNeedPrivacyAuthorization((resolve: typeof answer, { referrer }: { referrer: string }) => {
      asked.push(referrer);
      answer = resolve;
    });
    const first = phone().call('setClipboardData', { data: 'x' });
    answer({ event: 'exposureAuthorization' });
    answer({ event: 'agree', buttonId: 'agree' });
    expect(await first).toMatchObject({ errno: 104 });
    host.phone.privacy.refusedAt = 0;
    await phone().call('navigateTo', { url: '/pages/forms/index' });
    const second = phone().call('setClipboardData', { data: 'x' });
    await (await (await phone().page()).$('#agree'))?.tap();
    answer({ event: 'agree', buttonId: 'agree' });
    expect(await second).toEqual({ errMsg: 'setClipboardData:ok' });
    expect(asked).toEqual(['setClipboardData', 'setClipboardData']);
  });

  it('chooses, measures and compresses real pictures', async () => {
    const { host } = phone();
    const picture = createCanvas(40, 20).toBuffer('image/jpeg');
    host.phone.photos = [picture];
    host.phone.permissionAnswer = 'refuse';
    const camera = { mediaType: ['image'], sourceType: ['camera'] };
    expect(await phone().call('chooseMedia', camera)).toMatchObject({ errMsg: 'chooseMedia:fail auth deny' });
    const chosen = await phone().call('chooseMedia', { mediaType: ['image'], sourceType: ['album'], count: 1 });
    const [{ tempFilePath, size }] = chosen.tempFiles as [{ tempFilePath: string; size: number }];
    expect(size).toBe(picture.length);
    host.phone.device.system = 'Android 14';
    const smaller = await phone().call('compressImage', { src: tempFilePath, compressedWidth: 20, quality: 50 });
    expect(await phone().call('getImageInfo', { src: smaller.tempFilePath })).toMatchObject({ width: 20, height: 10 });
    host.phone.cancelsChoosing = true;
    expect(await phone().call('chooseMedia', { sourceType: ['album'] })).toMatchObject({
      errMsg: 'chooseMedia:fail cancel',
    });
  });

  const sheet = { timeStamp: '1', nonceStr: 'n', package: 'prepay_id=p', signType: 'RSA', paySign: 'right' };

  it.each([
    ['pay', 'requestPayment:ok', ['T1']],
    ['cancel', 'requestPayment:fail cancel', []],
    ['fail', 'requestPayment:fail 支付失败', []],
    ['success-before-server', 'requestPayment:ok', []],
  ] as const)('ends a payment by %s', async (paymentAnswer, errMsg, expected) => {
    phone().host.phone.paymentAnswer = paymentAnswer;
    expect(await phone().call('requestPayment', sheet)).toMatchObject({ errMsg });
    expect(paid).toEqual(expected);
  });

  it('refuses a payment whose signature or parameters are wrong', async () => {
    expect(await phone().call('requestPayment', { ...sheet, paySign: 'wrong' })).toMatchObject({
      errMsg: 'requestPayment:fail 支付验证签名失败',
    });
    expect((await phone().call('requestPayment', { ...sheet, timeStamp: 1 })).errMsg).toContain('parameter.timeStamp');
  });

  it('asks for messages template by template and grants what was accepted', async () => {
    expect(await phone().call('requestSubscribeMessage', { tmplIds: ['a'] })).toEqual({
      errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.',
    });
    expect(await phone().callInTap('requestSubscribeMessage', { tmplIds: ['a'] })).toMatchObject({ a: 'accept' });
    phone().host.phone.subscriptionAnswer = 'reject';
    expect(await phone().callInTap('requestSubscribeMessage', { tmplIds: ['b'] })).toMatchObject({ b: 'reject' });
    expect(granted).toEqual(['a']);
    expect(
      await phone().callInTap('requestSubscribeMessage', { tmplIds: ['1', '2', '3', '4', '5', '6'] }),
    ).toMatchObject({
      errCode: 10003,
    });
  });

  it('lets the callback of a payment ask for messages, but not what comes later', async () => {
    const wx = phone().host.running().realm.globals.wx as Record<string, (options: unknown) => void>;
    const ask = () =>
      new Promise((resolve) => wx.requestSubscribeMessage?.({ tmplIds: ['c'], success: resolve, fail: resolve }));
    const asked = new Promise((resolve) => wx.requestPayment?.({ ...sheet, success: () => resolve(ask()) }));
    expect(await asked).toMatchObject({ c: 'accept' });
    await new Promise((later) => setTimeout(later, 5));
    expect(await ask()).toMatchObject({ errMsg: expect.stringContaining('TAP gesture') });
  });

  it('signs in with a code that can have expired', async () => {
    expect(await phone().call('checkSession')).toMatchObject({ errMsg: 'checkSession:fail session is expired' });
    expect(await phone().call('login')).toEqual({ code: 'fresh-code', errMsg: 'login:ok' });
    expect(await phone().call('checkSession')).toEqual({ errMsg: 'checkSession:ok' });
    phone().host.phone.loginCodesExpired = true;
    expect((await phone().call('login')).code).not.toBe('fresh-code');
  });

  it('scans what is held before it, if that kind of code was asked for', async () => {
    const { host } = phone();
    expect(await phone().call('scanCode')).toEqual({ errMsg: 'scanCode:fail cancel' });
    host.phone.scan = { answer: 'scans', text: '1200000000017', scanType: 'CODE_128' };
    expect(await phone().call('scanCode')).toEqual({
      errMsg: 'scanCode:ok',
      result: '1200000000017',
      scanType: 'CODE_128',
      charSet: 'UTF-8',
      rawData: Buffer.from('1200000000017').toString('base64'),
    });
    // The scanner looks past it, until the person goes back.
    expect(await phone().call('scanCode', { scanType: ['qrCode'] })).toEqual({ errMsg: 'scanCode:fail cancel' });
    host.phone.scan = { answer: 'scans', text: 'x', scanType: 'PDF_417' };
    expect(await phone().call('scanCode')).toEqual({ errMsg: 'scanCode:fail cancel' });
    expect(await phone().call('scanCode', { scanType: ['pdf417'] })).toMatchObject({ result: 'x' });
    host.phone.scan = { answer: 'fails' };
    expect(await phone().call('scanCode')).toEqual({ errMsg: 'scanCode:fail' });
  });

  it('refuses a scan with wrong arguments, and one for kinds of codes that WeChat does not know', async () => {
    expect(await phone().call('scanCode', { scanType: 'qrCode' })).toEqual({
      errMsg: 'scanCode:fail parameter error: parameter.scanType should be Array instead of String;',
      errno: 1001,
    });
    await phone().call('scanCode', { scanType: ['aztec'] });
    await phone().call('scanCode', { onlyFromCamera: 'yes' });
    expect(phone().host.exceptions.map(({ message }) => message)).toEqual([
      expect.stringContaining('no scanType aztec'),
      expect.stringContaining('onlyFromCamera is a boolean'),
    ]);
  });

  it('sends a file that is there to a chat, from a tap, unless the person closes the sheet', async () => {
    const { files, acts } = phone().host.phone;
    const filePath = 'wxfile://usr/certificate.p12';
    files.write(filePath, Buffer.from('PKCS#12'));
    expect(await phone().call('shareFileMessage', { filePath })).toEqual({
      errMsg: 'shareFileMessage:fail can only be invoked by user TAP gesture.',
    });
    expect(await phone().callInTap('shareFileMessage', { filePath: 'wxfile://usr/none' })).toEqual({
      errMsg: "shareFileMessage:fail file doesn't exist",
    });
    expect(await phone().callInTap('shareFileMessage', { filePath, fileName: 7 })).toMatchObject({ errno: 1001 });
    phone().host.phone.sharing = 'cancels';
    expect(await phone().callInTap('shareFileMessage', { filePath })).toEqual({
      errMsg: 'shareFileMessage:fail cancel',
    });
    phone().host.phone.sharing = 'fails';
    expect(await phone().callInTap('shareFileMessage', { filePath })).toEqual({ errMsg: 'shareFileMessage:fail' });
    expect(acts.filter(({ kind }) => kind === 'shareFileMessage')).toEqual([]);
    phone().host.phone.sharing = 'sends';
    expect(await phone().callInTap('shareFileMessage', { filePath })).toEqual({ errMsg: 'shareFileMessage:ok' });
    await phone().callInTap('shareFileMessage', { filePath, fileName: 'own.p12' });
    expect(acts.filter(({ kind }) => kind === 'shareFileMessage').map(({ detail }) => detail)).toEqual([
      { fileName: 'certificate.p12', path: filePath, size: 7 },
      { fileName: 'own.p12', path: filePath, size: 7 },
    ]);
  });

  it('opens documents that are there and of a kind it knows', async () => {
    const { files, acts } = phone().host.phone;
    const filePath = files.addTemporary(Buffer.from('%PDF-'), '');
    expect(await phone().call('openDocument', { filePath })).toMatchObject({
      errMsg: 'openDocument:fail filetype not supported',
    });
    expect(await phone().call('openDocument', { filePath, fileType: 'pdf' })).toEqual({ errMsg: 'openDocument:ok' });
    expect(await phone().call('openDocument', { filePath: 'wxfile://tmp_none', fileType: 'pdf' })).toMatchObject({
      errMsg: "openDocument:fail file doesn't exist",
    });
    expect(acts.filter(({ kind }) => kind === 'openDocument')).toHaveLength(1);
  });

  it('writes only into its own folder and reads what is there', async () => {
    const files = (
      phone().host.running().realm.globals.wx as {
        getFileSystemManager(): Record<string, (...a: unknown[]) => unknown>;
      }
    ).getFileSystemManager();
    files.writeFileSync?.('wxfile://usr/a.txt', 'text', 'utf8');
    expect(files.readFileSync?.('wxfile://usr/a.txt', 'utf8')).toBe('text');
    expect(() => files.writeFileSync?.('wxfile://tmp_x', 'text')).toThrow('permission denied');
    expect(() => files.readFileSync?.('wxfile://usr/none')).toThrow('no such file or directory');
    expect(files.readdirSync?.('wxfile://usr')).toEqual(['a.txt']);
    expect(() => files.renameSync).toThrow('FileSystemManager.renameSync');
  });

  it('passes on memory warnings and changes of the network', () => {
    const heard: unknown[] = [];
    const wx = phone().host.running().realm.globals.wx as Record<string, (listener: (event: unknown) => void) => void>;
    wx.onMemoryWarning?.((event) => heard.push(event));
    wx.onNetworkStatusChange?.((event) => heard.push(event));
    phone().host.warnMemory(10);
    phone().host.setNetwork({ type: '3g' });
    wx.offMemoryWarning?.(undefined as never);
    phone().host.warnMemory(15);
    expect(heard).toEqual([{ level: 10 }, { isConnected: true, networkType: '3g' }]);
  });

  it('takes photos with the camera of a page, behind its permission', async () => {
    const { host } = phone();
    const photo = createCanvas(40, 30).toBuffer('image/jpeg');
    host.phone.photos = [photo];
    host.phone.permissionAnswer = 'refuse';
    type Camera = { takePhoto(options: object): void; onCameraFrame(): void };
    const { createCameraContext } = host.running().realm.globals.wx as { createCameraContext(): Camera };
    const take = () => new Promise((resolve) => createCameraContext().takePhoto({ success: resolve, fail: resolve }));
    expect(await take()).toMatchObject({ errMsg: 'takePhoto:fail auth deny' });
    host.phone.permissions.set('scope.camera', true);
    const taken = (await take()) as { tempImagePath: string };
    expect(taken).toMatchObject({ width: 40, height: 30, errMsg: 'takePhoto:ok' });
    expect(host.phone.files.read(taken.tempImagePath)).toEqual(photo);
    expect(() => createCameraContext().onCameraFrame()).toThrow('CameraContext.onCameraFrame');
  });

  it('throws the name of what WeChat has and the host has not', () => {
    const wx = phone().host.running().realm.globals.wx as Record<string, () => void>;
    expect(() => wx.createLivePlayerContext?.()).toThrow('wx.createLivePlayerContext');
    expect(() => wx.getLocation?.()).toThrow('wx.getLocation');
    expect(wx.noSuchMethod).toBeUndefined();
  });
});

describe('the domain list of the host', () => {
  const domains = { request: ['https://api.example.com'], uploadFile: [], downloadFile: [] };
  const phone = useFixturePhone({ network: { domains } });

  it('refuses addresses that are not listed for the kind of transfer', async () => {
    const other = await phone().call('request', { url: 'https://other.example.com/x' });
    expect(other).toEqual({ errMsg: 'request:fail url not in domain list', errno: 600002 });
    const download = await phone().call('downloadFile', { url: 'https://api.example.com/x' });
    expect(download).toMatchObject({ errMsg: 'downloadFile:fail url not in domain list' });
  });
});
