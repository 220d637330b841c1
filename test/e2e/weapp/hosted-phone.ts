import { join } from 'node:path';
import automator from 'miniprogram-automator';
import type MiniProgram from 'miniprogram-automator/out/MiniProgram';
import { createHost, type Host, serveAutomation, type WechatBackend } from '../../host';
import type { DeviceFacts } from '../../host/phone/phone';
import type { PhoneOwner } from './phone-owner';

/** The built mini-program; `npx taro build --type weapp` in miniapp/ makes it. */
const WEAPP_FOLDER = join(__dirname, '../../../miniapp/dist/weapp');

/** The API's address as the build has it when nothing else is said: see MINIAPP_API_BASE_URL in miniapp/config. */
const BUILT_IN_ORIGIN = 'http://127.0.0.1:3000';

export interface HostedPhone {
  readonly host: Host;
  readonly miniProgram: MiniProgram;
  readonly owner: PhoneOwner;
  stop(): Promise<void>;
}

function ownerOf(host: Host): PhoneOwner {
  const { phone, backend } = host;
  const countOf: PhoneOwner['countOf'] = async (act) => phone.acts.filter(({ kind }) => kind === act).length;
  return {
    async agreesToPrivacy() {
      phone.privacy.needAuthorization = false;
    },
    async refusesCamera() {
      phone.permissionAnswer = 'refuse';
    },
    async willAllowCameraInSettings() {
      phone.permissionAnswer = 'allow';
      phone.settingsChanges = { 'scope.camera': true };
    },
    async answersPayment(answer) {
      phone.paymentAnswer = answer === 'later' ? 'success-before-server' : answer;
    },
    async paysAtLast() {
      const sheet = phone.acts.findLast(({ kind }) => kind === 'paymentSheet');
      await backend.pay(String(sheet?.detail.outTradeNo));
    },
    async answersScanner(answer) {
      if (answer.kind === 'scans') phone.scan = { answer: 'scans', text: answer.text, scanType: answer.code };
      else phone.scan = { answer: answer.kind === 'cancels' ? 'cancels' : 'fails' };
    },
    async answersInvoiceTitles(answer) {
      if (answer.kind !== 'chooses') {
        phone.invoiceTitle = { answer: answer.kind === 'cancels' ? 'cancels' : 'fails' };
        return;
      }
      const { kind: _chooses, of, ...title } = answer;
      phone.invoiceTitle = { answer: 'chooses', type: of === 'unit' ? '0' : '1', ...title };
    },
    hasNetwork: async (connected) => host.setNetwork({ type: connected ? '4g' : 'none' }),
    async tapsNumberButton(button, answer) {
      phone.phoneQuotaOut = answer.kind === 'no-quota';
      phone.phoneNumber = answer.kind === 'shares' ? answer.phone : null;
      await button.tap();
    },
    async hasExpiredLogin(expired) {
      phone.loginCodesExpired = expired;
    },
    leavesWechat: async () => host.toBackground(),
    returnsToWechat: async () => host.toForeground(),
    async startsAnew() {
      host.kill();
      phone.storage.clear();
      await host.launch();
    },
    async sentFile() {
      const { detail } = phone.acts.findLast(({ kind }) => kind === 'shareFileMessage') ?? {};
      const bytes = phone.files.read(String(detail?.path));
      if (!detail || !bytes) throw new Error('no file was sent');
      return { name: String(detail.fileName), bytes };
    },
    async answersSharing(answer) {
      phone.sharing = answer === 'cannot' ? 'fails' : answer;
    },
    countOf,
  };
}

/** The bundle on the headless host in this process, and the genuine client that drives it over its socket. */
export async function startHostedPhone(o: {
  appId: string;
  backend: WechatBackend;
  origin: string;
  photos: readonly Buffer[];
  device?: Partial<DeviceFacts>;
}): Promise<HostedPhone> {
  const host = createHost({
    ...{ appFolder: WEAPP_FOLDER, appId: o.appId, backend: o.backend, device: o.device ?? {} },
    network: { origins: { [BUILT_IN_ORIGIN]: o.origin } },
  });
  host.phone.photos = [...o.photos];
  await host.launch();
  const server = await serveAutomation(host);
  const miniProgram = await automator.connect({ wsEndpoint: server.wsEndpoint });
  return {
    host,
    miniProgram,
    owner: ownerOf(host),
    async stop() {
      miniProgram.disconnect();
      host.kill();
      await server.stop();
    },
  };
}
