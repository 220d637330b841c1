import Taro from '@tarojs/taro';
import { navigateBack, redirectTo } from '../../../../platform/navigation';

/** Back to the page that shows the signature; opened anew when this page was reached by a link or a reload. */
export const returnToPapers = (orderId: string): Promise<void> =>
  Taro.getCurrentPages().length > 1 ? navigateBack() : redirectTo('applyPapers', { orderId });
