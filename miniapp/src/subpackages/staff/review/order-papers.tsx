import type { StaffOrderPerson, StaffOrderView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../components/card';
import { STAFF_TEXT } from '../text';
import { CardFlags } from './card-flags';
import { type DecisionDraft, markWords, spotOn } from './decision-draft';
import { markKey } from './mark-target';
import { type OpenedPhoto, OrderPhoto } from './order-photo';
import './order-papers.scss';
import { PersonCompare } from './person-compare';

export interface OrderPapersProps {
  readonly order: StaffOrderView;
  readonly draft: DecisionDraft;
  readonly person: StaffOrderPerson | null;
  readonly onZoom: (photo: OpenedPhoto) => void;
}

/** Both sides of the identity card, side by side. */
export const IdCardPhotos = ({ order, draft, person, onZoom }: OrderPapersProps) => (
  <View className="order-papers__pair">
    <View>
      <OrderPhoto
        orderId={order.id}
        label={STAFF_TEXT.idCardFront}
        file={order.idCard.front}
        mark={markWords(draft, 'id-card-front')}
        spot={spotOn(draft, order.idCard.front?.id ?? null)}
        onZoom={onZoom}
      />
      <CardFlags order={order} side="front" isCompared={person !== null} />
    </View>
    <View>
      <OrderPhoto
        orderId={order.id}
        label={STAFF_TEXT.idCardBack}
        file={order.idCard.back}
        mark={markWords(draft, 'id-card-back')}
        spot={spotOn(draft, order.idCard.back?.id ?? null)}
        onZoom={onZoom}
      />
      <CardFlags order={order} side="back" />
    </View>
    {person && (
      <View className="order-papers__compare">
        <PersonCompare person={person} />
      </View>
    )}
  </View>
);

export const SignatureCard = ({ order, onZoom }: OrderPapersProps) => (
  <Card>
    <OrderPhoto orderId={order.id} label={STAFF_TEXT.signature} file={order.signature} shape="wide" onZoom={onZoom} />
  </Card>
);

/** The papers that the project asks for. */
export function AttachmentsCard({ order, draft, onZoom }: OrderPapersProps) {
  const labelOf = (kind: string) => order.project.attachments.find((each) => each.kind === kind)?.label ?? kind;
  return (
    <Card title={STAFF_TEXT.attachments}>
      {order.attachments.length === 0 && <Text className="order-papers__none">{STAFF_TEXT.noAttachments}</Text>}
      <View className="order-papers__grid">
        {order.attachments.map(({ kind, file }) => (
          <OrderPhoto
            key={file.id}
            orderId={order.id}
            label={labelOf(kind)}
            file={file}
            mark={markWords(draft, markKey({ field: 'attachments', paper: kind }))}
            spot={spotOn(draft, file.id)}
            onZoom={onZoom}
          />
        ))}
      </View>
    </Card>
  );
}
