import type { ContractTemplateView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { ProofFields } from '../../desk/proof-fields';
import { STAFF_TEMPLATE_TEXT as TEXT } from '../../texts-templates';
import type { TemplatePage } from './use-template';

interface PublishFormProps {
  readonly page: TemplatePage;
  readonly template: ContractTemplateView;
}

/** What publishing means, who does it, and the button. */
export function PublishForm({ page, template }: PublishFormProps) {
  const { form, publish, factor } = page;
  return (
    <Card title={TEXT.of(TEXT.publish, TEXT.versionOf(template.version))}>
      <Text className="staff-template__fact">{TEXT.publishHint}</Text>
      <ProofFields form={form} factor={factor} problem={publish.problem} />
      <ProblemNotice problem={publish.problem} />
      <View className="staff-template__deeds">
        <PrimaryButton
          small
          pending={publish.pending}
          pendingLabel={TEXT.publishing}
          onTap={() => void publish.run(template)}
        >
          {TEXT.confirmPublish}
        </PrimaryButton>
        <PrimaryButton small kind="plain" onTap={() => page.confirm(false)}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </Card>
  );
}
