import {
  type ApplicantType,
  type ApplicationFormDraft,
  type DraftField,
  invoiceKindsOf,
  type ProjectFile,
  papersFor,
  readProjectFile,
} from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { Segments } from '../../../../components/segments';
import { StatusTag } from '../../../../components/status-tag';
import { apiWord } from '../../../../text/api-texts';
import { changeField } from '../../../apply/draft/change-field';
import { DraftTextInput } from '../../../apply/draft/draft-text-input';
import { FormSection } from '../../../apply/draft/form-section';
import { useJudged } from '../../../apply/draft/use-judged';
import { DeliverySection } from '../../../apply/pages/form/delivery-section';
import { applyInvoiceTitle, formProblems, openingDraft, visibleFields } from '../../../apply/pages/form/form-rules';
import { InvoiceSection } from '../../../apply/pages/form/invoice-section';
import { useInvoiceTitle } from '../../../apply/pages/form/use-invoice-title';
import { particularsFields, particularsProblems } from '../../../apply/pages/particulars/particulars-rules';
import { UnitSection } from '../../../apply/pages/particulars/unit-section';
import { ATTACHMENT_TEXT, FORM_TEXT } from '../../../apply/texts-form';
import { STAFF_PROJECT_TEXT as TEXT } from '../../texts-projects';
import '../../../apply/pages/form/index.scss';
import '../../../apply/pages/particulars/index.scss';
import './form-preview.scss';

const typeLabel = (type: ApplicantType): string => (type === 'unit' ? TEXT.formUnit : TEXT.formPerson);

/** What the pages of an application ask the project, out of its file. */
const projectIn = ({ invoiceKinds, delivery, papers }: ProjectFile, applicantType: ApplicantType) => ({
  invoiceOffered: invoiceKinds.length > 0,
  invoiceKinds,
  deliveryWays: delivery.ways,
  couriers: delivery.couriers,
  attachments: papersFor({ attachments: papers }, applicantType),
});

function Papers({ papers }: { readonly papers: ReturnType<typeof papersFor> }) {
  return (
    <Card title={TEXT.formPapers}>
      {papers.length === 0 && <Text className="form-preview__words">{TEXT.formNoPapers}</Text>}
      {papers.map(({ kind, label, hint, required, onlyFor }) => (
        <View key={kind} className="form-preview__paper">
          <View className="form-preview__paper-head">
            <Text>{apiWord(label)}</Text>
            <StatusTag tone={required ? 'active' : 'neutral'}>
              {required ? ATTACHMENT_TEXT.required : ATTACHMENT_TEXT.optional}
            </StatusTag>
          </View>
          <Text className="form-preview__words">{apiWord(hint)}</Text>
          {onlyFor === 'agent' && <Text className="form-preview__words">{TEXT.formOnlyAgent}</Text>}
        </View>
      ))}
    </Card>
  );
}

interface TypedPreviewProps {
  readonly file: ProjectFile;
  readonly applicantType: ApplicantType;
}

/** The very sections of the applicant's pages, with a draft that nobody keeps. */
function TypedPreview({ file, applicantType }: TypedPreviewProps) {
  const project = projectIn(file, applicantType);
  const rules = { ...project, applicantType };
  const [draft, setDraft] = useState<ApplicationFormDraft>(() => openingDraft({}, rules));
  const titles = useInvoiceTitle((chosen) => setDraft((before) => applyInvoiceTitle(before, chosen)));
  const [wasChecked, setChecked] = useState(false);
  const problems = [...particularsProblems(draft, applicantType, true), ...formProblems(draft, rules)];
  const { errorOf, leave, judgeAll } = useJudged(problems);
  const fields = {
    draft,
    errorOf,
    onLeave: leave,
    onChange: (field: DraftField, value: string) => setDraft((before) => changeField(before, field, value)),
  };
  const order = { kind: 'new' as const, reviewMarks: [], project };
  const check = () => {
    judgeAll([...particularsFields(applicantType), ...visibleFields(draft, rules)]);
    setChecked(true);
  };
  return (
    <View className="form-preview__phone">
      {applicantType === 'unit' && <UnitSection order={order} {...fields} />}
      <FormSection title={FORM_TEXT.contact}>
        <DraftTextInput field="email" {...fields} />
        <DraftTextInput field="address" {...fields} />
      </FormSection>
      {project.invoiceOffered && (
        <InvoiceSection order={order} kinds={['none', ...invoiceKindsOf(project)]} titles={titles} {...fields} />
      )}
      <DeliverySection order={order} {...fields} />
      <Papers papers={project.attachments} />
      {wasChecked && (
        <Notice kind={problems.length > 0 ? 'warning' : 'success'}>
          {problems.length > 0 ? TEXT.formOpen(problems.length) : TEXT.formGood}
        </Notice>
      )}
      <PrimaryButton small kind="secondary" onTap={check}>
        {TEXT.formCheck}
      </PrimaryButton>
    </View>
  );
}

/** What applicants are asked by a version of a project: to be tried out before it is published. */
export function FormPreview({ text }: { readonly text: string }) {
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<ApplicantType | null>(null);
  const read = readProjectFile(text);
  if (!read.ok) {
    return null;
  }
  const { applicantTypes } = read.file;
  const applicantType = chosen ?? (applicantTypes.includes('unit') ? 'unit' : 'person');
  return (
    <Card title={TEXT.form}>
      <Text className="form-preview__words">{TEXT.formHint}</Text>
      {isOpen && applicantTypes.length > 1 && (
        <Segments
          label={TEXT.formType}
          segments={applicantTypes.map((type) => ({ value: type, label: typeLabel(type) }))}
          value={applicantType}
          onChange={setChosen}
        />
      )}
      {isOpen && <TypedPreview key={applicantType} file={read.file} applicantType={applicantType} />}
      <View className="staff-template__deeds">
        <PrimaryButton small kind={isOpen ? 'plain' : 'secondary'} onTap={() => setOpen(!isOpen)}>
          {isOpen ? TEXT.formHide : TEXT.formShow}
        </PrimaryButton>
      </View>
    </Card>
  );
}
