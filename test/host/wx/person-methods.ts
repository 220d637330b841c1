import type { Gates } from './permission-methods';
import { requireTap } from './require-tap';
import type { WxContext } from './wx-context';
import { requireText, WxFailure } from './wx-failure';
import { asyncMethods, type WxMethods } from './wx-method';

/** Scanning, dialling, clipboard, invoice titles, vibration: what the phone does with its owner. */
export function personMethods(context: WxContext, gates: Gates): WxMethods {
  const { phone } = context;
  return asyncMethods(context, {
    scanCode() {
      if (phone.scanResult === null) throw new WxFailure('cancel');
      return { result: phone.scanResult, scanType: 'QR_CODE', charSet: 'utf-8', path: '', rawData: '' };
    },
    async setClipboardData(options) {
      const text = requireText(options, 'data');
      await gates.privacy('setClipboardData');
      phone.clipboard = text;
    },
    async getClipboardData() {
      await gates.privacy('getClipboardData');
      return { data: phone.clipboard };
    },
    shareFileMessage(options) {
      requireTap(context);
      const fileName = requireText(options, 'fileName');
      requireText(options, 'filePath');
      phone.acts.push({ kind: 'shareFileMessage', detail: { fileName } });
    },
    makePhoneCall(options) {
      phone.acts.push({ kind: 'makePhoneCall', detail: { phoneNumber: requireText(options, 'phoneNumber') } });
    },
    async chooseInvoiceTitle() {
      await gates.privacy('chooseInvoiceTitle');
      if (!phone.invoiceTitle) throw new WxFailure('cancel');
      return phone.invoiceTitle;
    },
    vibrateShort(options) {
      const type = options.type ?? 'medium';
      if (!['heavy', 'medium', 'light'].includes(String(type))) throw new WxFailure('style is not support');
      phone.acts.push({ kind: 'vibrateShort', detail: { type } });
    },
  });
}
