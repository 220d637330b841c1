import Taro from '@tarojs/taro';
import { isCancellation } from '../../../platform/cancellation';
import { accessRefusalOf } from '../../../platform/photo-access';
import type { DocumentChoice } from './chosen-document';

export const PDFS_COME_FROM: 'device' | 'chat' = 'chat';

/** Lets the person pick one PDF out of their chats: WeChat opens no other files. */
export async function choosePdf(): Promise<DocumentChoice> {
  try {
    const { tempFiles } = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['pdf'] });
    const [file] = tempFiles;
    return file
      ? { kind: 'chosen', document: { path: file.path, size: file.size, fileName: file.name } }
      : { kind: 'cancelled' };
  } catch (failure) {
    if (isCancellation(failure)) {
      return { kind: 'cancelled' };
    }
    return { kind: accessRefusalOf(failure) ? 'refused' : 'failed' };
  }
}
