import { TERMS_VERSION } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Notice } from '../../components/notice';
import { PageFrame } from '../../components/page-frame';
import { PRIVACY_TABLE } from '../../platform/privacy-apis';
import { ROUTES } from '../../routes';
import { INTERFACES_SECTION, PRIVACY_POLICY, SERVICE_TERMS, TERMS_TEXT, type TermsSection } from '../../text/terms';
import './index.scss';

interface ChapterProps {
  readonly title: string;
  readonly sections: readonly TermsSection[];
}

function Chapter({ title, sections }: ChapterProps) {
  return (
    <View className="terms__chapter">
      <Text className="terms__title">{title}</Text>
      {sections.map(({ heading, paragraphs }) => (
        <View key={heading}>
          <Text className="terms__heading">{heading}</Text>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} className="terms__paragraph" selectable>
              {paragraph}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}

/** The same table that is declared to WeChat, so that the policy never says less than the program does. */
const INTERFACES: TermsSection = {
  heading: INTERFACES_SECTION.heading,
  paragraphs: [
    INTERFACES_SECTION.lead,
    ...PRIVACY_TABLE.interfaces.map(({ information, purpose }) => INTERFACES_SECTION.line(information, purpose)),
  ],
};

export default function TermsPage() {
  return (
    <PageFrame title={ROUTES.terms.title}>
      <Text className="terms__version">{TERMS_TEXT.version(TERMS_VERSION)}</Text>
      {TERMS_TEXT.chineseOnly && <Notice>{TERMS_TEXT.chineseOnly}</Notice>}
      <Chapter title={TERMS_TEXT.service} sections={SERVICE_TERMS} />
      <Chapter title={TERMS_TEXT.privacy} sections={[...PRIVACY_POLICY, INTERFACES]} />
    </PageFrame>
  );
}
