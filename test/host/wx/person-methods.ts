import { chooseTitleOf } from './choose-invoice-title';
import { chooseFromChats } from './choose-message-file';
import type { Gates } from './permission-methods';
import { requireTap } from './require-tap';
import { scanWith } from './scan-code';
import type { WxContext } from './wx-context';
import { requireText, WxFailure } from './wx-failure';
import { asyncMethods, type WxMethods } from './wx-method';

const basenameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Scanning, dialling, clipboard, invoice titles, vibration: what the phone does with its owner. */
export function personMethods(context: WxContext, gates: Gates): WxMethods {
  const { phone } = context;
  return asyncMethods(context, {
    scanCode: (options) => scanWith(phone.scan, options),
    async chooseMessageFile(options) {
      await gates.privacy('chooseMessageFile');
      return chooseFromChats(phone, options);
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
      const path = requireText(options, 'filePath');
      // Documented: without a name of its own the file goes under that of its path.
      const fileName = options.fileName === undefined ? basenameOf(path) : requireText(options, 'fileName');
      const bytes = phone.files.read(path);
      if (!bytes) throw new WxFailure("file doesn't exist");
      if (phone.sharing !== 'sends') throw new WxFailure(phone.sharing === 'cancels' ? 'cancel' : '');
      phone.acts.push({ kind: 'shareFileMessage', detail: { fileName, path, size: bytes.length } });
    },
    makePhoneCall(options) {
      phone.acts.push({ kind: 'makePhoneCall', detail: { phoneNumber: requireText(options, 'phoneNumber') } });
    },
    async chooseInvoiceTitle() {
      await gates.privacy('chooseInvoiceTitle');
      return chooseTitleOf(phone.invoiceTitle);
    },
    vibrateShort(options) {
      const type = options.type ?? 'medium';
      if (!['heavy', 'medium', 'light'].includes(String(type))) throw new WxFailure('style is not support');
      phone.acts.push({ kind: 'vibrateShort', detail: { type } });
    },
  });
}
