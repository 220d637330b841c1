import automator from 'miniprogram-automator';
import type MiniProgram from 'miniprogram-automator/out/MiniProgram';
import type { WechatBackend } from '../../host';
import type { PhoneOwner, SheetAnswer } from './phone-owner';

/** Globals of the mini-program, where the functions below are carried out: they can use nothing else. */
declare const wx: {
  env: { USER_DATA_PATH: string };
  getFileSystemManager(): {
    readFileSync(path: string, encoding: string): string;
    writeFileSync(path: string, data: string, encoding: string): void;
  };
  getStorageSync(key: string): unknown;
  setStorageSync(key: string, value: unknown): void;
};
declare const tellOwner: (act: string, detail: unknown) => void;

type Sheet = Record<'timeStamp' | 'nonceStr' | 'package' | 'signType' | 'paySign', string>;
type Act = 'openDocument' | 'openSetting' | 'paymentSheet' | 'shareFileMessage';

/** Codes are good for five minutes and one use; a story needs a few. */
const LOGIN_CODES = 24;
/** An openid's worth of answers from WeChat that carry no data. */
const ok = (method: string) => ({ errMsg: `${method}:ok` });
const fail = (method: string, reason: string) => ({ errMsg: `${method}:fail ${reason}` });

/** WeChat leaves no field of a title out. */
const EMPTY_TITLE = { taxNumber: '', companyAddress: '', telephone: '', bankName: '', bankAccount: '' };

/** Puts photos into the mini-program's own folder and answers how chooseMedia hands them out. */
const storePhotos = (miniProgram: MiniProgram, photos: readonly Buffer[]): Promise<{ path: string; size: number }[]> =>
  Promise.all(
    photos.map(async (bytes, index) => ({
      path: String(
        await miniProgram.evaluate(
          (name: string, base64: string) => {
            const path = `${wx.env.USER_DATA_PATH}/${name}`;
            wx.getFileSystemManager().writeFileSync(path, base64, 'base64');
            return path;
          },
          `story-photo-${index}.jpg`,
          bytes.toString('base64'),
        ),
      ),
      size: bytes.length,
    })),
  );

const SESSION_KEY = 'applicant-session';

/**
 * An app that nobody can kill: its session is made one that the server does not know, so that the app itself ends it and
 * forgets what it remembers of the person; then its storage is emptied.
 */
async function startAnew(miniProgram: MiniProgram): Promise<void> {
  const read = (key: string) => miniProgram.callWxMethod('getStorageSync', key);
  const reLaunch = () => miniProgram.callWxMethod('reLaunch', { url: '/pages/home/index' });
  const session = (await read(SESSION_KEY)) as { accessToken: string; refreshToken: string } | '';
  if (session) {
    const turned = [...session.refreshToken].reverse().join('');
    const data = { ...session, accessToken: `${session.accessToken}x`, refreshToken: turned };
    await miniProgram.callWxMethod('setStorage', { key: SESSION_KEY, data });
    await reLaunch();
    const deadline = Date.now() + 20_000;
    while ((await read(SESSION_KEY)) && Date.now() < deadline) {
      await new Promise((again) => setTimeout(again, 50));
    }
  }
  const logins = await read('story-logins');
  await miniProgram.callWxMethod('clearStorage', {});
  await miniProgram.callWxMethod('setStorage', { key: 'story-logins', data: Number(logins || 0) });
  await reLaunch();
}

interface ForeignPhone {
  readonly miniProgram: MiniProgram;
  readonly owner: PhoneOwner;
  stop(): Promise<void>;
}

/**
 * A mini-program that somebody else runs (WeChat's DevTools, or the host in another process), reached at `wsEndpoint`. What
 * the owner, WeChat and the network do is played by replacing methods of `wx` through the protocol; the answers come from
 * the stand-ins, so that the back end checks genuine codes and signatures.
 */
export async function connectForeignPhone(o: {
  wsEndpoint: string;
  backend: WechatBackend;
  photos: readonly Buffer[];
}): Promise<ForeignPhone> {
  const { backend } = o;
  const miniProgram = await automator.connect({ wsEndpoint: o.wsEndpoint });
  const mock = miniProgram.mockWxMethod.bind(miniProgram);
  const acts: { act: Act; detail: unknown }[] = [];
  let paymentAnswer: SheetAnswer = 'pay';
  let lastOutTradeNo = '';

  await miniProgram.exposeFunction('tellOwner', (act: Act | 'subscribed', detail: unknown) => {
    if (act === 'subscribed') {
      for (const templateId of detail as string[]) void backend.grantSubscription(templateId);
      return;
    }
    acts.push({ act, detail });
    if (act === 'paymentSheet') void openSheet(detail as Sheet);
  });
  /** The stand-in checks the signature of the sheet; a refused one is never paid, and the story waits in vain. */
  async function openSheet(sheet: Sheet): Promise<void> {
    const opened = await backend.openPaymentSheet(sheet);
    if ('refusal' in opened) {
      process.stdout.write(`    ! WeChat Pay refuses the sheet: ${opened.refusal}\n`);
      return;
    }
    lastOutTradeNo = opened.outTradeNo;
    if (paymentAnswer === 'pay') await backend.pay(lastOutTradeNo);
  }

  const photos = await storePhotos(miniProgram, o.photos);
  const handOutPhotos = () =>
    mock(
      'chooseMedia',
      (_given: unknown, prepared: { path: string; size: number }[]) => {
        const taken = Number(wx.getStorageSync('story-photos-taken') || 0);
        wx.setStorageSync('story-photos-taken', taken + 1);
        const photo = prepared[taken % prepared.length];
        return {
          errMsg: 'chooseMedia:ok',
          type: 'image',
          tempFiles: [{ tempFilePath: photo?.path, size: photo?.size, fileType: 'image' }],
        };
      },
      photos,
    );
  const loginCodes = await Promise.all(Array.from({ length: LOGIN_CODES }, () => backend.loginCode()));
  const handOutLoginCodes = () =>
    mock(
      'login',
      (_given: unknown, codes: string[]) => {
        const used = Number(wx.getStorageSync('story-logins') || 0);
        wx.setStorageSync('story-logins', used + 1);
        return { errMsg: 'login:ok', code: codes[used % codes.length] };
      },
      loginCodes,
    );

  const owner: PhoneOwner = {
    async agreesToPrivacy() {
      await mock('getPrivacySetting', {
        ...ok('getPrivacySetting'),
        needAuthorization: false,
        privacyContractName: '',
      });
      await mock('requirePrivacyAuthorize', ok('requirePrivacyAuthorize'));
    },
    refusesCamera: () => mock('authorize', { ...fail('authorize', 'auth deny'), errno: 103 }),
    async willAllowCameraInSettings() {
      await mock('openSetting', () => {
        tellOwner('openSetting', {});
        return { errMsg: 'openSetting:ok', authSetting: { 'scope.camera': true } };
      });
      await mock('authorize', ok('authorize'));
    },
    async answersPayment(answer) {
      paymentAnswer = answer;
      if (answer === 'cancel' || answer === 'fail') {
        await mock('requestPayment', fail('requestPayment', answer === 'cancel' ? 'cancel' : '支付失败'));
        return;
      }
      await mock('requestPayment', (sheet: Sheet) => {
        const { timeStamp, nonceStr, package: prepay, signType, paySign } = sheet;
        tellOwner('paymentSheet', { timeStamp, nonceStr, package: prepay, signType, paySign });
        return { errMsg: 'requestPayment:ok' };
      });
    },
    paysAtLast: () => backend.pay(lastOutTradeNo),
    answersScanner: (answer) =>
      mock(
        'scanCode',
        answer.kind === 'scans'
          ? { ...ok('scanCode'), result: answer.text, scanType: answer.code, charSet: 'UTF-8', rawData: '' }
          : fail('scanCode', answer.kind === 'cancels' ? 'cancel' : ''),
      ),
    async answersInvoiceTitles(answer) {
      if (answer.kind !== 'chooses') {
        await mock('chooseInvoiceTitle', fail('chooseInvoiceTitle', answer.kind === 'cancels' ? 'cancel' : ''));
        return;
      }
      const { kind: _chooses, of, ...title } = answer;
      const type = of === 'unit' ? '0' : '1';
      await mock('chooseInvoiceTitle', { ...ok('chooseInvoiceTitle'), ...EMPTY_TITLE, type, ...title });
    },
    async hasNetwork(connected) {
      const methods = ['request', 'uploadFile', 'downloadFile'];
      if (connected) {
        for (const method of [...methods, 'getNetworkType']) await miniProgram.restoreWxMethod(method);
        return;
      }
      const reason = 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED';
      for (const method of methods) await mock(method, { ...fail(method, reason), errno: 600001 });
      await mock('getNetworkType', { ...ok('getNetworkType'), networkType: 'none' });
    },
    async tapsNumberButton(button, answer) {
      const detail = {
        shares: async (phone: string) => ({ ...ok('getPhoneNumber'), code: await backend.phoneCode(phone) }),
        refuses: () => fail('getPhoneNumber', 'user deny'),
        'no-quota': () => ({ ...fail('getPhoneNumber', 'no quota'), errno: 1400001 }),
      };
      await button.trigger(
        'getphonenumber',
        answer.kind === 'shares' ? await detail.shares(answer.phone) : detail[answer.kind](),
      );
    },
    hasExpiredLogin: (expired) =>
      expired ? mock('login', { ...ok('login'), code: '0expired0code' }) : handOutLoginCodes(),
    // The protocol cannot put an app into the background: coming back to a page that loads anew asks the server as much.
    leavesWechat: async () => undefined,
    returnsToWechat: async () => {
      await miniProgram.callWxMethod('reLaunch', { url: '/pages/home/index' });
    },
    startsAnew: () => startAnew(miniProgram),
    async sentFile() {
      const { detail } = acts.findLast(({ act }) => act === 'shareFileMessage') ?? {};
      if (!detail) throw new Error('no file was sent');
      const { filePath, fileName } = detail as Record<'filePath' | 'fileName', string>;
      const base64: unknown = await miniProgram.evaluate(
        (path: string) => wx.getFileSystemManager().readFileSync(path, 'base64'),
        filePath,
      );
      return { name: fileName, bytes: Buffer.from(String(base64), 'base64') };
    },
    async answersSharing(answer) {
      if (answer !== 'sends') {
        await mock('shareFileMessage', fail('shareFileMessage', answer === 'cancels' ? 'cancel' : ''));
        return;
      }
      await mock('shareFileMessage', ({ filePath, fileName }: Record<'filePath' | 'fileName', string>) => {
        tellOwner('shareFileMessage', { filePath, fileName });
        return { errMsg: 'shareFileMessage:ok' };
      });
    },
    countOf: async (wanted) => acts.filter(({ act }) => act === wanted).length,
  };

  await owner.agreesToPrivacy();
  await handOutPhotos();
  await mock('authorize', ok('authorize'));
  await mock(
    'createCameraContext',
    (paths: string[]) => ({
      takePhoto: ({ success }: { success: (taken: { tempImagePath?: string }) => void }) =>
        success({ tempImagePath: paths[0] }),
    }),
    photos.map(({ path }) => path),
  );
  await handOutLoginCodes();
  await owner.answersPayment('pay');
  await owner.answersSharing('sends');
  await mock('requestSubscribeMessage', (given: { tmplIds: string[] }) => {
    tellOwner('subscribed', given.tmplIds);
    const accepted: Record<string, string> = { errMsg: 'requestSubscribeMessage:ok' };
    for (const id of given.tmplIds) accepted[id] = 'accept';
    return accepted;
  });
  // A document opened for real covers the simulator until somebody closes it.
  await mock('openDocument', (given: { fileType?: string }) => {
    tellOwner('openDocument', { type: given.fileType });
    return { errMsg: 'openDocument:ok' };
  });
  await startAnew(miniProgram);

  return {
    miniProgram,
    owner,
    async stop() {
      for (const method of [
        ...['chooseMedia', 'login', 'requestPayment', 'requestSubscribeMessage', 'openDocument', 'openSetting'],
        ...['authorize', 'createCameraContext', 'chooseInvoiceTitle'],
        ...['getPrivacySetting', 'requirePrivacyAuthorize', 'getNetworkType', 'request', 'uploadFile', 'downloadFile'],
      ]) {
        await miniProgram.restoreWxMethod(method);
      }
      miniProgram.disconnect();
    },
  };
}
