import Taro from '@tarojs/taro';
import { whileAsked } from '../platform/question-keys';
import { COMPONENT_TEXT } from '../text/components';

export interface Question {
  readonly title: string;
  readonly text: string;
  /** A verb, e.g. 删除. WeChat takes four characters, and refuses to ask with more. */
  readonly confirm: string;
  readonly cancel?: string;
  readonly dangerous?: boolean;
}

/** Asks before something that cannot be undone; true when confirmed. */
export async function ask({
  title,
  text,
  confirm,
  cancel = COMPONENT_TEXT.thinkAgain,
  dangerous = false,
}: Question): Promise<boolean> {
  const { confirm: confirmed } = await whileAsked(dangerous, () =>
    Taro.showModal({
      title,
      content: text,
      confirmText: confirm,
      cancelText: cancel,
      confirmColor: dangerous ? '#C53030' : '#1F5FBF',
      cancelColor: '#5B6878',
    }),
  );
  return confirmed;
}

/** Says in passing that something was done. Never for errors: those stay beside what they are about. */
export const say = (text: string): void => {
  void Taro.showToast({ title: text, icon: 'none', duration: 2000 });
};
