import { useState } from 'react';
import { Notice } from '../../../../components/notice';
import { say } from '../../../../features/ask';
import { hasAcceptedNotice, mayOfferNotice, requestNotice } from '../../../../features/request-notice';
import { useSettings } from '../../../../features/settings';
import { WECHAT_TEXT } from '../../../../text/wechat';

/** After a payment: messages by WeChat, offered once to those who have neither accepted nor refused them. */
export function NoticeOffer() {
  const settings = useSettings();
  const templateId = settings.data?.reviewTemplateId ?? '';
  const [isAnswered, setAnswered] = useState(false);
  if (isAnswered || !mayOfferNotice(templateId) || hasAcceptedNotice(templateId)) {
    return null;
  }
  const { title, text, action, on, off } = WECHAT_TEXT.notice;
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
