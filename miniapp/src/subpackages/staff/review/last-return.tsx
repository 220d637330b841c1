import { isMended, type ReviewMark, type StaffOrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { StatusTag } from '../../../components/status-tag';
import { formatChinaDateTime } from '../../../text/china-date';
import { describeReviewMark } from '../../../text/labels';
import { RETURNS_TEXT } from '../texts-review';
import { changesOfForm, replacedPhotos } from './changes-of-round';
import './last-return.scss';
import { type OpenedPhoto, OrderPhoto } from './order-photo';

interface LastReturnProps {
  readonly order: StaffOrderView;
  readonly onZoom: (photo: OpenedPhoto) => void;
}

const MarkLine = ({ mark, order }: { readonly mark: ReviewMark; readonly order: StaffOrderView }) => {
  const mended = isMended(mark, order.changedSinceReturn);
  return (
    <View className="last-return__line">
      <Text>{describeReviewMark(mark, order.project)}</Text>
      <StatusTag tone={mended ? 'good' : 'attention'}>
        {mended ? RETURNS_TEXT.mended : RETURNS_TEXT.notMended}
      </StatusTag>
    </View>
  );
};

/** That an order has come back before: what was asked, and what it was and is now, side by side. Nothing where it has not. */
export function LastReturn({ order, onZoom }: LastReturnProps) {
  const round = order.reviewRounds.at(-1);
  if (!round) {
    return null;
  }
  return (
    <Card title={RETURNS_TEXT.title(order.reviewRounds.length, formatChinaDateTime(round.at))}>
      {round.marks.map((mark) => (
        <MarkLine key={JSON.stringify(mark)} mark={mark} order={order} />
      ))}
      {changesOfForm(round, order).map(({ label, before, after }) => (
        <View key={label} className="last-return__line">
          <Text className="last-return__label">{label}</Text>
          <Text className="last-return__before">{before || RETURNS_TEXT.nothing}</Text>
          <Text>{after || RETURNS_TEXT.nothing}</Text>
        </View>
      ))}
      {replacedPhotos(round, order).map(({ label, before, after }) => (
        <View key={label} className="last-return__photos">
          <OrderPhoto orderId={order.id} label={RETURNS_TEXT.before(label)} file={before} onZoom={onZoom} />
          <OrderPhoto orderId={order.id} label={RETURNS_TEXT.after(label)} file={after} onZoom={onZoom} />
        </View>
      ))}
    </Card>
  );
}
