import type { Bag } from '../bag';
import type { InvoiceTitleAnswer } from '../phone/phone';
import { WxFailure } from './wx-failure';

/**
 * wx.chooseInvoiceTitle: every documented field is there, and is an empty text where the person has kept nothing.
 * @throws WxFailure when no title was chosen
 */
export function chooseTitleOf(chosen: InvoiceTitleAnswer): Bag {
  if (chosen.answer !== 'chooses') throw new WxFailure(chosen.answer === 'cancels' ? 'cancel' : '');
  const { type, title, taxNumber = '', companyAddress = '', telephone = '', bankName = '', bankAccount = '' } = chosen;
  return { type, title, taxNumber, companyAddress, telephone, bankName, bankAccount };
}
