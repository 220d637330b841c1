import { useState } from 'react';
import { chooseLanguage, isEnglishOffered } from '../platform/choose-language';
import { Notice } from './notice';

/** For a phone or browser that speaks another language than Chinese, until somebody has chosen. */
export function LanguageOffer() {
  const [offered] = useState(isEnglishOffered);
  return offered ? (
    <Notice action={{ label: 'English', onTap: () => void chooseLanguage('en') }}>
      This service is also available in English.
    </Notice>
  ) : null;
}
