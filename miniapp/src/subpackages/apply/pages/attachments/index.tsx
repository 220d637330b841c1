import { AUTHORITY_LETTER } from '@acceptance/shared';
import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PermissionNotice } from '../../../../components/permission-notice';
import { PhotoCanvas } from '../../../../platform/photo-canvas';
import { ROUTES } from '../../../../routes';
import { apiWord } from '../../../../text/api-texts';
import { describeReviewMark } from '../../../../text/labels';
import { OrderSteps } from '../../order-flow/order-steps';
import { StepAction } from '../../order-flow/step-action';
import { photosOf } from '../../paper/attachment-list';
import { AuthorityLetter } from '../../paper/authority-letter';
import { PaperCard } from '../../paper/paper-card';
import { UndoNotice } from '../../paper/undo-notice';
import { ATTACHMENT_TEXT } from '../../texts-form';
import { useAttachments } from './use-attachments';
import './index.scss';

/** 上传材料 */
export default function ApplyAttachmentsPage() {
  return (
    <>
      <PhotoCanvas />
      <Attachments />
    </>
  );
}

function Attachments() {
  const page = useAttachments();
  const { order, photos, papers, missing, goOn } = page;
  if (!order) {
    return <PageFrame title={ROUTES.applyAttachments.title} load={page.frame} />;
  }
  const marks = order.status === 'returned' ? order.reviewMarks.filter(({ field }) => field === 'attachments') : [];
  const whyMissing = missing.length > 0 ? ATTACHMENT_TEXT.missing(missing.map(apiWord)) : null;
  const action = (
    <StepAction
      problem={photos.problem ?? goOn.problem}
      whyDisabled={photos.isSending ? ATTACHMENT_TEXT.uploading : whyMissing}
      above={<UndoNotice onUndo={photos.undo} />}
      pending={goOn.pending}
      onTap={() => void goOn.run()}
    >
      {ATTACHMENT_TEXT.next}
    </StepAction>
  );
  return (
    <PageFrame title={ROUTES.applyAttachments.title} load={page.frame} bottom={action}>
      <OrderSteps current="attachments" order={order} />
      {marks.map((mark) => (
        <Notice key={`${mark.paper}-${mark.reason}`} kind="warning">
          {describeReviewMark(mark, order.project)}
        </Notice>
      ))}
      <PermissionNotice refusal={photos.sender.refusal} onReconsidered={photos.sender.reconsidered} />
      {papers.length === 0 ? (
        <Card>
          <Text className="attachments__nothing">{ATTACHMENT_TEXT.nothing}</Text>
        </Card>
      ) : (
        <Text className="attachments__lead">{photos.isFull ? ATTACHMENT_TEXT.full : ATTACHMENT_TEXT.lead}</Text>
      )}
      {papers.map((paper) => (
        <PaperCard
          key={paper.kind}
          paper={paper}
          photos={photosOf(order.attachments, paper.kind)}
          marks={marks}
          sender={photos.senderOf(paper.kind)}
          isFull={photos.isFull}
          onAdd={(source) => photos.add(paper.kind, source)}
          onRemove={photos.remove}
        >
          {paper.kind === AUTHORITY_LETTER && <AuthorityLetter orderId={order.id} />}
        </PaperCard>
      ))}
    </PageFrame>
  );
}
