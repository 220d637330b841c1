import { useState } from 'react';
import { Notice } from '../components/notice';
import { WECHAT_TEXT } from '../text/wechat';
import { say } from './ask';
import { mayOfferNotice, requestNotice } from './request-notice';
import { useSettings } from './settings';

const TEMPLATES = { review: 'reviewTemplateId', ending: 'endingTemplateId' } as const;

export interface NoticeOfferProps {
  /** What WeChat is to tell of. */
  readonly of: keyof typeof TEMPLATES;
}

/** A message by WeChat, offered to whoever has not answered lately. */
export function NoticeOffer({ of }: NoticeOfferProps) {
  const settings = useSettings();
  const templateId = settings.data?.[TEMPLATES[of]] ?? '';
  const [isAnswered, setAnswered] = useState(false);
  if (isAnswered || !mayOfferNotice(templateId)) {
    return null;
  }
  const { action } = WECHAT_TEXT.notice;
  const { title, text, on, off } = WECHAT_TEXT.notice[of];
  const accept = async () => {
    const isOn = await requestNotice(templateId);
    setAnswered(true);
    say(isOn ? on : off);
  };
  return (
    <Notice title={title} action={{ label: action, onTap: () => void accept() }}>
      {text}
    </Notice>
  );
}
