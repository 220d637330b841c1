import { Text } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PermissionNotice } from '../../../../components/permission-notice';
import { StepsBar } from '../../../../components/steps-bar';
import { ROUTES } from '../../../../routes';
import { describeReviewMark } from '../../../../text/labels';
import { StepAction } from '../../order-flow/step-action';
import { ATTACHMENT_TEXT } from '../../texts-form';
import { photosOf } from './attachment-list';
import { PaperCard } from './paper-card';
import { useAttachments } from './use-attachments';
import './index.scss';

/** ⑥ 上传材料 */
export default function ApplyAttachmentsPage() {
  const page = useAttachments();
  const { order, sender, missing, goOn } = page;
  if (!order) {
    return <PageFrame title={ROUTES.applyAttachments.title} load={page.frame} />;
  }
  const papers = order.project.attachments;
  const marks = order.status === 'returned' ? order.reviewMarks.filter(({ field }) => field === 'attachments') : [];
  const whyMissing = missing.length > 0 ? ATTACHMENT_TEXT.missing(missing) : null;
  const action = (
    <StepAction
      problem={page.changeProblem ?? goOn.problem}
      whyDisabled={sender.progress !== null ? ATTACHMENT_TEXT.uploading : whyMissing}
      above={
        page.undo && (
          <Notice action={{ label: ATTACHMENT_TEXT.undo, onTap: page.undo }}>{ATTACHMENT_TEXT.removed}</Notice>
        )
      }
      pending={goOn.pending}
      onTap={() => void goOn.run()}
    >
      {ATTACHMENT_TEXT.next}
    </StepAction>
  );
  return (
    <PageFrame title={ROUTES.applyAttachments.title} load={page.frame} bottom={action}>
      <StepsBar current="attachments" reached={order.currentStep} />
      {marks.map((mark) => (
        <Notice key={mark.reason} kind="warning">
          {describeReviewMark(mark)}
        </Notice>
      ))}
      <PermissionNotice refusal={sender.refusal} onReconsidered={sender.reconsidered} />
      {papers.length === 0 ? (
        <Card>
          <Text className="attachments__nothing">{ATTACHMENT_TEXT.nothing}</Text>
        </Card>
      ) : (
        <Text className="attachments__lead">{page.isFull ? ATTACHMENT_TEXT.full : ATTACHMENT_TEXT.lead}</Text>
      )}
      {papers.map((paper) => (
        <PaperCard
          key={paper.kind}
          paper={paper}
          photos={photosOf(order.attachments, paper.kind)}
          sender={page.activeKind === paper.kind ? sender : null}
          isFull={page.isFull}
          onAdd={(source) => page.add(paper.kind, source)}
          onRemove={page.remove}
        />
      ))}
    </PageFrame>
  );
}
