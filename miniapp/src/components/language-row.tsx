import { View } from '@tarojs/components';
import { currentLanguage, LANGUAGES } from '../language/current-language';
import { chooseLanguage } from '../platform/choose-language';
import { FOCUSABLE } from '../platform/keyboard';
import { COMPONENT_TEXT } from '../text/components';
import './language-row.scss';
import { ListRow } from './list-row';

/** Each language is named in itself: whoever needs it can read it. */
const NAMES = { zh: '中文', en: 'English' } as const;

/** A line of a list that changes the language. The page is opened afresh, with every other one. */
export function LanguageRow() {
  return (
    <ListRow
      label={COMPONENT_TEXT.language}
      value={
        <View className="language-row" role="radiogroup" aria-label={COMPONENT_TEXT.language}>
          {LANGUAGES.map((language) => {
            const chosen = language === currentLanguage();
            return (
              <View
                key={language}
                className={chosen ? 'language-row__choice language-row__choice--chosen' : 'language-row__choice'}
                role="radio"
                {...FOCUSABLE}
                aria-checked={chosen}
                onClick={() => void (chosen || chooseLanguage(language, 'mine'))}
              >
                {NAMES[language]}
              </View>
            );
          })}
        </View>
      }
    />
  );
}
