import { callGuarded } from '../app/life';
import { type Bag, bagOf, type Callable, isCallable, textOf } from '../bag';
import { requireTap } from './require-tap';
import { ask, type WxContext } from './wx-context';
import { requireText, WxFailure } from './wx-failure';
import { asyncMethods, type WxMethods } from './wx-method';

const SCOPES = new Set([
  ...['scope.userInfo', 'scope.userLocation', 'scope.userFuzzyLocation', 'scope.werun', 'scope.record', 'scope.camera'],
  ...['scope.writePhotosAlbum', 'scope.bluetooth', 'scope.addPhoneContact', 'scope.addPhoneCalendar', 'scope.address'],
  ...['scope.invoice', 'scope.invoiceTitle'],
]);

export interface Gates {
  /** Asks for a permission once; refused once it fails until the settings page. @throws WxFailure `auth deny` */
  permission(scope: string): Promise<void>;
  /** WeChat's privacy rule for a declared call. @throws WxFailure errno 104 refused, 112 not declared */
  privacy(method: string): Promise<void>;
}

const REFUSED = { errno: 104 };
/** Documented: after a refusal nobody is asked for ten seconds. */
const ASK_AGAIN_MS = 10_000;

export function createGates(context: WxContext): Gates {
  const { phone, listeners, reports } = context;

  const askApp = (method: string, listener: Callable): Promise<boolean> =>
    new Promise((resolve) => {
      const answer = (given: unknown) => {
        const { event, buttonId } = bagOf(given);
        if (event === 'exposureAuthorization') return;
        // Documented: `agree` counts only with the id of a really tapped consent button.
        resolve(event === 'agree' && textOf(buttonId) !== '' && buttonId === context.agreedButtonId);
      };
      callGuarded(() => listener(answer, context.running.realm.enter({ referrer: method })), reports);
    });

  return {
    async permission(scope) {
      const decided = phone.permissions.get(scope);
      if (decided === undefined) {
        const answer =
          phone.permissionAnswer === 'wait' ? await ask(context, 'permission', { scope }) : phone.permissionAnswer;
        phone.permissions.set(scope, answer === 'allow');
      }
      if (!phone.permissions.get(scope)) throw new WxFailure('auth deny', { errno: 103 });
    },
    async privacy(method) {
      const { privacy } = phone;
      if (method !== 'requirePrivacyAuthorize' && privacy.declared && !privacy.declared.includes(method)) {
        throw new WxFailure('api scope is not declared in the privacy agreement', { errno: 112 });
      }
      if (!privacy.needAuthorization) return;
      if (privacy.refusedAt !== undefined && context.now() - privacy.refusedAt < ASK_AGAIN_MS) {
        throw new WxFailure('privacy permission is not authorized', REFUSED);
      }
      const [listener] = listeners.get('NeedPrivacyAuthorization') ?? [];
      const agreed = listener ? await askApp(method, listener) : privacy.answer === 'agree';
      if (!agreed) {
        privacy.refusedAt = context.now();
        throw new WxFailure('privacy permission is not authorized', REFUSED);
      }
      privacy.needAuthorization = false;
    },
  };
}

export function permissionMethods(context: WxContext, gates: Gates): WxMethods {
  const { phone, listeners } = context;
  const settings = (): Bag => ({ authSetting: Object.fromEntries(phone.permissions) });
  return {
    ...asyncMethods(context, {
      async authorize(options) {
        const scope = requireText(options, 'scope');
        if (!SCOPES.has(scope)) throw new WxFailure('invalid scope');
        if (scope === 'scope.camera') await gates.privacy('authorize');
        await gates.permission(scope);
      },
      getSetting: settings,
      openSetting() {
        requireTap(context);
        for (const [scope, allowed] of Object.entries(phone.settingsChanges)) phone.permissions.set(scope, allowed);
        phone.settingsChanges = {};
        phone.acts.push({ kind: 'openSetting', detail: settings() });
        return settings();
      },
      openAppAuthorizeSetting() {
        phone.acts.push({ kind: 'openAppAuthorizeSetting', detail: {} });
      },
      getPrivacySetting: () => ({
        needAuthorization: phone.privacy.needAuthorization,
        privacyContractName: '《小程序隐私保护指引》',
      }),
      requirePrivacyAuthorize: () => gates.privacy('requirePrivacyAuthorize'),
      openPrivacyContract() {
        phone.acts.push({ kind: 'openPrivacyContract', detail: {} });
      },
    }),
    /** Documented: one listener only, the last one counts. */
    onNeedPrivacyAuthorization(listener) {
      if (isCallable(listener)) listeners.set('NeedPrivacyAuthorization', new Set([listener]));
    },
  };
}
