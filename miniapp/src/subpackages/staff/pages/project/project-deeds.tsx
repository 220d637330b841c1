import type { ProjectVersionView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { formatChinaDateTime } from '../../../../text/china-date';
import { ProofFields } from '../../desk/proof-fields';
import { STAFF_PROJECT_TEXT as TEXT } from '../../texts-projects';
import type { GraveDeed, ProjectPage } from './use-project';

interface DeedProps {
  readonly page: ProjectPage;
  readonly version: ProjectVersionView;
}

/** Read while drawing: a text that is kept keeps its language. */
const wordsOf = (deed: GraveDeed) =>
  ({
    publish: { hint: TEXT.publishHint, confirm: TEXT.confirmPublish, pending: TEXT.publishing, title: TEXT.publish },
    withdraw: {
      hint: TEXT.withdrawHint,
      confirm: TEXT.confirmWithdraw,
      pending: TEXT.withdrawing,
      title: TEXT.withdraw,
    },
  })[deed];

/** What the act means, the proof, and the button. */
function GraveForm({ page, version, deed }: DeedProps & { readonly deed: GraveDeed }) {
  const words = wordsOf(deed);
  return (
    <Card title={TEXT.of(words.title, version.name)}>
      <Text className="staff-template__fact">{words.hint}</Text>
      <ProofFields form={page.form} factor={page.factor} problem={page.act.problem} />
      <ProblemNotice problem={page.act.problem} />
      <View className="staff-template__deeds">
        <PrimaryButton
          small
          kind={deed === 'withdraw' ? 'danger' : 'primary'}
          pending={page.act.pending}
          pendingLabel={words.pending}
          onTap={() => void page.act.run(version)}
        >
          {words.confirm}
        </PrimaryButton>
        <PrimaryButton small kind="plain" onTap={() => page.begin(null)}>
          {TEXT.cancel}
        </PrimaryButton>
      </View>
    </Card>
  );
}

/** What keeps a draft from being published: faults of its own, or who may do it and when. */
function Obstacles({ version }: Pick<DeedProps, 'version'>) {
  const { problems, publication, publishableFrom } = version;
  if (problems.length > 0) {
    return (
      <Notice kind="warning" title={TEXT.draftProblems(problems.length)}>
        {problems.map(({ path, message }) => (
          <View key={`${path} ${message}`}>{TEXT.fault(path, message)}</View>
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
  return <Notice kind="success">{TEXT.ready}</Notice>;
}

/** A draft is published by who may, or given up; what is offered can be withdrawn. */
export function ProjectDeeds({ page, version }: DeedProps) {
  const isDraft = version.state === 'draft';
  const mayPublish = isDraft && version.problems.length === 0 && version.publication === 'allowed';
  return (
    <>
      {isDraft && <Obstacles version={version} />}
      {page.deed ? (
        <GraveForm page={page} version={version} deed={page.deed} />
      ) : (
        <View className="staff-template__deeds">
          {mayPublish && (
            <PrimaryButton small onTap={() => page.begin('publish')}>
              {TEXT.publish}
            </PrimaryButton>
          )}
          {isDraft && (
            <PrimaryButton small kind="danger" pending={page.discard.pending} onTap={() => void page.discard.run()}>
              {TEXT.discard}
            </PrimaryButton>
          )}
          {version.state === 'offered' && (
            <PrimaryButton small kind="danger" onTap={() => page.begin('withdraw')}>
              {TEXT.withdraw}
            </PrimaryButton>
          )}
        </View>
      )}
      <ProblemNotice problem={page.discard.problem} />
    </>
  );
}
