import { type ContractTemplateSummary, endpoints } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { call } from '../../../../api/client';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { StatusTag } from '../../../../components/status-tag';
import { useLoad } from '../../../../features/use-load';
import { navigateTo } from '../../../../platform/navigation';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { STAFF_TEMPLATE_TEXT as TEXT } from '../../texts-templates';
import './index.scss';
import { TEMPLATE_TONES, templateFacts } from './template-facts';

function VersionCard({ version, mayEdit }: { readonly version: ContractTemplateSummary; readonly mayEdit: boolean }) {
  const name = TEXT.versionOf(version.version);
  return (
    <Card title={name} aside={<StatusTag tone={TEMPLATE_TONES[version.state]}>{TEXT.state[version.state]}</StatusTag>}>
      {templateFacts(version).map((fact) => (
        <Text key={fact} className="staff-templates__fact">
          {fact}
        </Text>
      ))}
      <View className="staff-templates__deeds">
        <PrimaryButton
          small
          kind="secondary"
          label={TEXT.of(TEXT.read, name)}
          onTap={() => void navigateTo('staffTemplate', { templateId: version.id })}
        >
          {TEXT.read}
        </PrimaryButton>
        {mayEdit && version.state === 'draft' && (
          <PrimaryButton small onTap={() => void navigateTo('staffTemplateDraft')}>
            {TEXT.edit}
          </PrimaryButton>
        )}
      </View>
    </Card>
  );
}

const BeginDraft = () => (
  <View className="staff-templates__begin">
    <PrimaryButton onTap={() => void navigateTo('staffTemplateDraft')}>{TEXT.begin}</PrimaryButton>
    <Text className="staff-templates__fact">{TEXT.beginHint}</Text>
  </View>
);

/** The draft and all versions of the contract's template. */
export default function StaffTemplatesPage() {
  useStaffSession();
  const list = useLoad(() => call(endpoints.contractTemplates.listTemplates), '');
  const versions = list.data?.items ?? [];
  const mayEdit = list.data?.mayEdit ?? false;
  const hasDraft = versions.some(({ state }) => state === 'draft');
  return (
    <DeskFrame route="staffTemplates" load={list}>
      <Text className="staff-templates__lead">{TEXT.lead}</Text>
      {mayEdit && !hasDraft && <BeginDraft />}
      {versions.map((version) => (
        <VersionCard key={version.id} version={version} mayEdit={mayEdit} />
      ))}
    </DeskFrame>
  );
}
