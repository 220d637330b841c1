import type { StaffOrderView } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { REVIEW_REASON_LABELS } from '../../../text/labels';
import { STAFF_TEXT } from '../text';
import { setReasonByNumber, setSpot, spotOn } from './decision-draft';
import { FactRow } from './fact-row';
import { targetOfFile } from './mark-target';
import { orderFacts } from './order-facts';
import type { OpenedPhoto } from './order-photo';
import { PersonCompare } from './person-compare';
import { type LightboxMarking, type LightboxPage, PhotoLightbox } from './photo-lightbox';
import type { Review } from './use-review';

type Shown = Review['shownPhotos'];

const opened = (file: { readonly id: string } | null, label: string, shown: Shown): OpenedPhoto[] =>
  file ? [{ fileId: file.id, label, src: shown[file.id] ?? null }] : [];

/** What the licence says, as it was typed. */
const UnitFacts = ({ order }: { readonly order: StaffOrderView }) => (
  <View>
    {orderFacts(order)
      .filter(({ field }) => field === 'unit')
      .flatMap(({ rows }) => rows.map((row) => <FactRow key={row.label} {...row} />))}
  </View>
);

/** Both sides of the card on the first page, then one paper each, the signature last. */
function pagesOf({ order: { data: order }, person, shownPhotos: shown }: Review): LightboxPage[] {
  if (!order) {
    return [];
  }
  const labelOf = (kind: string) => order.project.attachments.find((each) => each.kind === kind)?.label ?? kind;
  const pages: LightboxPage[] = [
    {
      key: 'card',
      photos: [
        ...opened(order.idCard.front, STAFF_TEXT.idCardFront, shown),
        ...opened(order.idCard.back, STAFF_TEXT.idCardBack, shown),
      ],
      facts: person && <PersonCompare person={person} />,
    },
    ...order.attachments.map(({ kind, file }) => ({
      key: file.id,
      photos: opened(file, labelOf(kind), shown),
      facts: order.form?.unit && <UnitFacts order={order} />,
    })),
    { key: 'signature', photos: opened(order.signature, STAFF_TEXT.signature, shown) },
  ];
  return pages.filter(({ photos }) => photos.length > 0);
}

function markingOf({ draft, setDraft, targets, can }: Review): LightboxMarking | null {
  if (!can('return')) {
    return null;
  }
  const keyOf = (fileId: string) => targetOfFile(targets, fileId)?.key ?? null;
  return {
    canMark: (fileId) => keyOf(fileId) !== null,
    spotOn: (fileId) => spotOn(draft, fileId),
    onSpot: (fileId, spot) => {
      const key = keyOf(fileId);
      if (key !== null) {
        setDraft((current) => setSpot(current, key, { fileId, spot }));
      }
    },
    reasonFor: (fileIds) => {
      const key = fileIds.map(keyOf).find((each) => each !== null && each === draft.activeKey && draft.marks[each]);
      const mark = key ? draft.marks[key] : undefined;
      return mark ? (mark.reason ? REVIEW_REASON_LABELS[mark.reason] : '') : null;
    },
    onReason: (number) => setDraft((current) => setReasonByNumber(current, number)),
  };
}

export interface ReviewLightboxProps {
  readonly review: Review;
  readonly opened: OpenedPhoto;
  readonly onClose: () => void;
}

/** The pictures of an order, large; one that is no longer in it alone. */
export function ReviewLightbox({ review, opened: photo, onClose }: ReviewLightboxProps) {
  const pages = pagesOf(review);
  const isThere = pages.some(({ photos }) => photos.some(({ fileId }) => fileId === photo.fileId));
  return (
    <PhotoLightbox
      pages={isThere ? pages : [{ key: photo.fileId, photos: [photo] }]}
      start={photo.fileId}
      marking={markingOf(review)}
      onClose={onClose}
    />
  );
}
