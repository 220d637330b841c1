import type { StaffOrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { StatusTag } from '../../../components/status-tag';
import { STAFF_TEXT } from '../text';
import { CardFlags } from './card-flags';
import type { DecisionDraft } from './decision-draft';
import { type OpenedPhoto, OrderPhoto } from './order-photo';
import './order-papers.scss';
import { markWords } from './typed-facts';

export interface OrderPapersProps {
  readonly order: StaffOrderView;
  readonly draft: DecisionDraft;
  readonly onZoom: (photo: OpenedPhoto) => void;
}

/** Both sides of the identity card, side by side. */
export const IdCardPhotos = ({ order, draft, onZoom }: OrderPapersProps) => (
  <View className="order-papers__pair">
    <View>
      <OrderPhoto
        orderId={order.id}
        label={STAFF_TEXT.idCardFront}
        file={order.idCard.front}
        mark={markWords(draft, 'id-card-front')}
        onZoom={onZoom}
      />
      <CardFlags order={order} side="front" />
    </View>
    <View>
      <OrderPhoto
        orderId={order.id}
        label={STAFF_TEXT.idCardBack}
        file={order.idCard.back}
        mark={markWords(draft, 'id-card-back')}
        onZoom={onZoom}
      />
      <CardFlags order={order} side="back" />
    </View>
  </View>
);

export const SignatureCard = ({ order, onZoom }: OrderPapersProps) => (
  <Card>
    <OrderPhoto orderId={order.id} label={STAFF_TEXT.signature} file={order.signature} shape="wide" onZoom={onZoom} />
  </Card>
);

/** The papers that the project asks for. */
export function AttachmentsCard({ order, draft, onZoom }: OrderPapersProps) {
  const mark = markWords(draft, 'attachments');
  const labelOf = (kind: string) => order.project.attachments.find((each) => each.kind === kind)?.label ?? kind;
  return (
    <Card title={STAFF_TEXT.attachments} aside={mark && <StatusTag tone="bad">{mark}</StatusTag>}>
      {order.attachments.length === 0 && <Text className="order-papers__none">{STAFF_TEXT.noAttachments}</Text>}
      <View className="order-papers__grid">
        {order.attachments.map(({ kind, file }) => (
          <OrderPhoto key={file.id} orderId={order.id} label={labelOf(kind)} file={file} onZoom={onZoom} />
        ))}
      </View>
    </Card>
  );
}
