import type { Bag } from '../bag';
import { NotInHost } from '../refusal';
import { attributeText, type ViewNode } from '../view/view-node';
import type { Gates } from './permission-methods';
import type { WxContext } from './wx-context';
import { failureOf } from './wx-method';

export interface ButtonAnswer {
  readonly event: string;
  readonly detail: Bag;
}

/** What `<button open-type="…">` does when it is tapped. Types that the host does not know are refused by name. */
export function createButtonActions(context: WxContext, gates: Gates) {
  const { phone, backend, running } = context;

  const getPhoneNumber = async (): Promise<Bag> => {
    try {
      await gates.privacy('getPhoneNumber');
    } catch (error) {
      return failureOf('getPhoneNumber', error);
    }
    if (phone.phoneQuotaOut) return { errMsg: 'getPhoneNumber:fail no quota', errno: 1400001 };
    if (phone.phoneNumber === null) return { errMsg: 'getPhoneNumber:fail user deny' };
    return { errMsg: 'getPhoneNumber:ok', code: await backend.phoneCode(phone.phoneNumber) };
  };

  return async (openType: string, button: ViewNode): Promise<ButtonAnswer | null> => {
    switch (openType) {
      case 'getPhoneNumber':
        return { event: 'getphonenumber', detail: await getPhoneNumber() };
      case 'agreePrivacyAuthorization':
        context.agreedButtonId = attributeText(button, 'id');
        phone.privacy.needAuthorization = false;
        return { event: 'agreeprivacyauthorization', detail: { errMsg: 'agreePrivacyAuthorization:ok' } };
      case 'openSetting':
        for (const [scope, allowed] of Object.entries(phone.settingsChanges)) phone.permissions.set(scope, allowed);
        phone.settingsChanges = {};
        return {
          event: 'opensetting',
          detail: { errMsg: 'openSetting:ok', authSetting: Object.fromEntries(phone.permissions) },
        };
      case 'share': {
        const page = running.pages.top();
        const answer = page?.life('onShareAppMessage', { from: 'button' });
        phone.acts.push({ kind: 'share', detail: { ...(answer as Bag) } });
        return null;
      }
      default:
        throw new NotInHost(`<button open-type="${openType}">`);
    }
  };
}
