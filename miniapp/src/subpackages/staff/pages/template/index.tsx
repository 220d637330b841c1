import type { ContractTemplateView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { StatusTag } from '../../../../components/status-tag';
import { useRouteParams } from '../../../../features/use-route-params';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { STAFF_TEMPLATE_TEXT as TEXT } from '../../texts-templates';
import { TEMPLATE_TONES, templateFacts } from '../templates/template-facts';
import { DraftDeeds } from './draft-deeds';
import './index.scss';
import { TemplateText } from './template-text';
import { type TemplatePage, useTemplate } from './use-template';

interface Shown {
  readonly page: TemplatePage;
  readonly template: ContractTemplateView;
}

function SampleDeeds({ page: { sample } }: Pick<Shown, 'page'>) {
  const button = (applicantType: 'unit' | 'person', label: string) => (
    <PrimaryButton
      small
      kind="secondary"
      pending={sample.open.pending}
      pendingLabel={TEXT.makingSample}
      onTap={() => void sample.open.run(applicantType)}
    >
      {label}
    </PrimaryButton>
  );
  return (
    <>
      <View className="staff-template__deeds">
        {button('unit', TEXT.sample)}
        {button('person', TEXT.samplePerson)}
      </View>
      <Text className="staff-template__fact">{TEXT.sampleHint}</Text>
      {sample.blocked && <Notice kind="warning">{TEXT.popupBlocked}</Notice>}
      <ProblemNotice problem={sample.open.problem} />
    </>
  );
}

const Facts = ({ page, template }: Shown) => (
  <Card
    title={TEXT.versionOf(template.version)}
    aside={<StatusTag tone={TEMPLATE_TONES[template.state]}>{TEXT.state[template.state]}</StatusTag>}
  >
    {templateFacts(template).map((fact) => (
      <Text key={fact} className="staff-template__fact">
        {fact}
      </Text>
    ))}
    {template.mayEdit && <SampleDeeds page={page} />}
  </Card>
);

/** One version of the contract's template, as applicants read it; a draft with what can be done about it. */
export default function StaffTemplatePage() {
  useStaffSession();
  const { templateId = '' } = useRouteParams('staffTemplate');
  const page = useTemplate(templateId);
  const template = page.load.data?.template;
  return (
    <DeskFrame route="staffTemplate" load={page.load}>
      {template && <Facts page={page} template={template} />}
      {template?.state === 'draft' && template.mayEdit && <DraftDeeds page={page} template={template} />}
      {template && !template.text && <Notice kind="warning">{TEXT.unreadable}</Notice>}
      {template && <TemplateText text={template.text ?? template.content} />}
    </DeskFrame>
  );
}
