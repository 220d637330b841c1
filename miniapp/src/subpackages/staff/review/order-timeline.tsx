import { endpoints, TIMELINE_KINDS, type TimelineKind, type TimelineMoment } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { call } from '../../../api/client';
import { Card } from '../../../components/card';
import { LoadingState } from '../../../components/loading-state';
import { ProblemNotice } from '../../../components/problem-notice';
import { TextLink } from '../../../components/text-link';
import { useLoad } from '../../../features/use-load';
import { apiWord } from '../../../text/api-texts';
import { formatChinaDateTime } from '../../../text/china-date';
import { bracketed } from '../../../text/punctuation';
import { STATE_TEXT } from '../../../text/states';
import { FilterChips } from '../desk/filter-chips';
import { TIMELINE_TEXT as TEXT } from '../texts-desk';
import './order-history.scss';
import './order-timeline.scss';
import { momentWords } from './timeline-words';

/** Shown before somebody asks for the rest: a screen of them. */
const SHOWN = 15;

const Row = ({ moment }: { readonly moment: TimelineMoment }) => (
  <View className={`order-timeline__row order-timeline__row--${moment.kind}`}>
    <Text className="order-history__what">
      {moment.by ? bracketed(momentWords(moment), apiWord(moment.by)) : momentWords(moment)}
    </Text>
    <Text className="order-history__when">{formatChinaDateTime(moment.at)}</Text>
  </View>
);

function Moments({ items }: { readonly items: readonly TimelineMoment[] }) {
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const [all, setAll] = useState(false);
  const wanted = kind === null ? items : items.filter((moment) => moment.kind === kind);
  const shown = all ? wanted : wanted.slice(0, SHOWN);
  return (
    <>
      <FilterChips<TimelineKind | null>
        label={TEXT.filter}
        chips={[
          { value: null, label: TEXT.all },
          ...TIMELINE_KINDS.map((value) => ({ value, label: TEXT.kinds[value] })),
        ]}
        value={kind}
        onChoose={setKind}
      />
      {shown.length === 0 && <Text className="order-history__none">{TEXT.none}</Text>}
      {shown.map((moment, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing else tells two things of one moment apart
        <Row key={`${moment.at}${moment.kind}${index}`} moment={moment} />
      ))}
      {shown.length < wanted.length && <TextLink onTap={() => setAll(true)}>{TEXT.more(wanted.length)}</TextLink>}
    </>
  );
}

/** One line of everything that happened to an order: its status, its money, what was said, handed in and looked at. */
export function OrderTimeline({ orderId, revision }: { readonly orderId: string; readonly revision: number }) {
  const read = () => call(endpoints.desk.readTimeline, { params: { orderId } });
  const { data, problem, reload } = useLoad(read, `${orderId}|${revision}`);
  return (
    <Card title={TEXT.title}>
      {!data && !problem && <LoadingState />}
      <ProblemNotice problem={problem} action={{ label: STATE_TEXT.retry, onTap: () => void reload() }} />
      {data && <Moments items={data.items} />}
    </Card>
  );
}
