import { Text } from '@tarojs/components';
import { Notice } from '../../../../components/notice';
import { PageFrame } from '../../../../components/page-frame';
import { PermissionNotice } from '../../../../components/permission-notice';
import { PhotoCanvas } from '../../../../platform/photo-canvas';
import { ROUTES } from '../../../../routes';
import { DraftConflicts } from '../../draft/draft-conflicts';
import { marksOf } from '../../draft/draft-problems';
import { DraftTextInput } from '../../draft/draft-text-input';
import { FormSection } from '../../draft/form-section';
import { OrderSteps } from '../../order-flow/order-steps';
import { FORM_TEXT } from '../../texts-form';
import { PARTICULARS_TEXT } from '../../texts-particulars';
import { LockedParticulars } from './locked-particulars';
import { ParticularsAction } from './particulars-action';
import { LicenceCard, UnitSection } from './unit-section';
import { useParticulars } from './use-particulars';
import './index.scss';

type Page = ReturnType<typeof useParticulars>;

function OpenParticulars({ page }: { readonly page: Page }) {
  const { order, draft, photos } = page;
  if (!order || !draft) {
    return null;
  }
  const isUnit = order.applicantType === 'unit';
  const fields = { draft, noteOf: page.noteOf, errorOf: page.errorOf, onChange: page.change, onLeave: page.leave };
  const contactMarks = [...marksOf(order.reviewMarks, 'email'), ...marksOf(order.reviewMarks, 'address')];
  return (
    <>
      <DraftConflicts conflicts={page.conflicts} decide={page.decide} />
      {page.restored && <Notice kind="success">{FORM_TEXT.restored}</Notice>}
      {page.previous && (
        <Notice action={{ label: FORM_TEXT.usePrevious, onTap: page.usePrevious }}>
          {PARTICULARS_TEXT.previous(page.previous.orderNumber)}
        </Notice>
      )}
      <Text className="particulars__lead">{isUnit ? PARTICULARS_TEXT.unitLead : PARTICULARS_TEXT.personLead}</Text>
      {isUnit && <UnitSection order={order} {...fields} />}
      <PermissionNotice refusal={photos.sender.refusal} onReconsidered={photos.sender.reconsidered} />
      {isUnit && <LicenceCard page={page} />}
      <FormSection title={FORM_TEXT.contact} marks={contactMarks}>
        <DraftTextInput field="email" {...fields} />
        <DraftTextInput field="address" {...fields} />
      </FormSection>
    </>
  );
}

/** ① 申请信息: for whom, before anything is signed. */
export default function ApplyParticularsPage() {
  return (
    <>
      <PhotoCanvas />
      <Particulars />
    </>
  );
}

function Particulars() {
  const page = useParticulars();
  const { order, isSigned } = page;
  if (!order || (!isSigned && !page.draft)) {
    return <PageFrame title={ROUTES.applyParticulars.title} load={page.frame} />;
  }
  const hasDoubts = (order.unitCheck?.doubts.length ?? 0) > 0;
  return (
    <PageFrame title={ROUTES.applyParticulars.title} load={page.frame} bottom={<ParticularsAction page={page} />}>
      <OrderSteps current="particulars" order={order} />
      {hasDoubts && <Notice>{PARTICULARS_TEXT.doubts}</Notice>}
      {isSigned ? <LockedParticulars page={page} /> : <OpenParticulars page={page} />}
    </PageFrame>
  );
}
