import type { Look } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PageFrame } from '../../../../components/page-frame';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ROUTES } from '../../../../routes';
import { apiWord } from '../../../../text/api-texts';
import { formatChinaDateTime } from '../../../../text/china-date';
import { joinList } from '../../../../text/punctuation';
import { LOOKS_TEXT } from '../../texts-looks';
import './index.scss';
import { useLooks } from './use-looks';

const LookRow = ({ look }: { readonly look: Look }) => (
  <View className="looks__look">
    <View className="looks__head">
      <Text className="looks__who">{joinList(look.roles.map((role) => LOOKS_TEXT.roles[role]))}</Text>
      <Text className="looks__time">{formatChinaDateTime(look.at)}</Text>
    </View>
    <Text className="looks__seen">
      {LOOKS_TEXT.saw(joinList(look.seen.map(({ kind, label }) => (label ? apiWord(label) : LOOKS_TEXT.kinds[kind]))))}
    </Text>
    <Text className="looks__order">{look.orderNumber ?? LOOKS_TEXT.identityCheck}</Text>
  </View>
);

/** 谁看过我的资料 */
export default function LooksPage() {
  const { load, showMore } = useLooks();
  const looks = load.data?.items ?? [];
  return (
    <PageFrame title={ROUTES.looks.title} refresh={load.reload} load={load}>
      <View className="looks__lead">
        <Text>{LOOKS_TEXT.lead}</Text>
      </View>
      <Card>
        {looks.length === 0 && <Text className="looks__none">{LOOKS_TEXT.none}</Text>}
        {looks.map((look) => (
          <LookRow key={`${look.at}-${look.orderNumber}-${look.roles.join()}`} look={look} />
        ))}
      </Card>
      <ProblemNotice problem={showMore.problem} />
      {load.data?.nextCursor && (
        <PrimaryButton kind="plain" pending={showMore.pending} onTap={() => void showMore.run()}>
          {LOOKS_TEXT.more}
        </PrimaryButton>
      )}
    </PageFrame>
  );
}
