import type { ContractTemplateView } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { redirectTo } from '../../../../platform/navigation';
import { formatChinaDateTime } from '../../../../text/china-date';
import { STAFF_TEMPLATE_TEXT as TEXT } from '../../texts-templates';
import { problemWords } from './problem-words';
import { PublishForm } from './publish-form';
import type { TemplatePage } from './use-template';

interface DraftDeedsProps {
  readonly page: TemplatePage;
  readonly template: ContractTemplateView;
}

/** What keeps the draft from being published: faults of its own, or who may do it and when. */
function Obstacles({ template }: Pick<DraftDeedsProps, 'template'>) {
  const { problems, publication, publishableFrom } = template;
  if (problems.length > 0) {
    return (
      <Notice kind="warning" title={TEXT.problems(problems.length)}>
        {problems.map((problem) => (
          <View key={`${problem.path} ${problem.kind} ${problem.of}`}>{problemWords(problem)}</View>
        ))}
      </Notice>
    );
  }
  if (publication === 'another-administrator') {
    return <Notice>{TEXT.anotherAdministrator}</Notice>;
  }
  if (publication === 'time' && publishableFrom) {
    return <Notice>{TEXT.waits(formatChinaDateTime(publishableFrom))}</Notice>;
  }
  return <Notice kind="success">{TEXT.noProblems}</Notice>;
}

/** A draft is changed, given up, or published by who may. */
export function DraftDeeds({ page, template }: DraftDeedsProps) {
  const mayPublish = template.problems.length === 0 && template.publication === 'allowed';
  return (
    <>
      <Obstacles template={template} />
      {page.confirming ? (
        <PublishForm page={page} template={template} />
      ) : (
        <View className="staff-template__deeds">
          {mayPublish && (
            <PrimaryButton small onTap={() => page.confirm(true)}>
              {TEXT.publish}
            </PrimaryButton>
          )}
          <PrimaryButton small kind="secondary" onTap={() => void redirectTo('staffTemplateDraft')}>
            {TEXT.edit}
          </PrimaryButton>
          <PrimaryButton small kind="danger" pending={page.discard.pending} onTap={() => void page.discard.run()}>
            {TEXT.discard}
          </PrimaryButton>
        </View>
      )}
      <ProblemNotice problem={page.discard.problem} />
    </>
  );
}
