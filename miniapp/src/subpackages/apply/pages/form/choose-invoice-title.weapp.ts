import Taro from '@tarojs/taro';
import { isCancellation } from '../../../../platform/cancellation';
import type { TitleOutcome } from './form-rules';

export const canChooseInvoiceTitle = true;

export const chooseInvoiceTitle = async (): Promise<TitleOutcome> => {
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
  } catch (failure) {
    return isCancellation(failure) ? 'cancelled' : 'failed';
  }
};
