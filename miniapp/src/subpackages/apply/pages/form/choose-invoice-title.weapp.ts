import Taro from '@tarojs/taro';
import type { InvoiceTitle } from './form-rules';

export const canChooseInvoiceTitle = true;

export const chooseInvoiceTitle = async (): Promise<InvoiceTitle | null> => {
  try {
    const chosen = await Taro.chooseInvoiceTitle();
    return {
      title: chosen.title ?? '',
      taxpayerNumber: chosen.taxNumber ?? '',
      businessAddress: chosen.companyAddress ?? '',
      businessPhone: chosen.telephone ?? '',
      bankName: chosen.bankName ?? '',
      bankAccount: chosen.bankAccount ?? '',
    };
  } catch {
    // Given up, or this account may not use it: typing works always.
    return null;
  }
};
