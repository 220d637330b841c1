import { CONTRACT_TEMPLATE_LIMITS } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { BottomBar } from '../../../../components/bottom-bar';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { TextArea } from '../../desk/text-area';
import { useStaffSession } from '../../desk/use-staff-session';
import { DeskFrame } from '../../menu/desk-frame';
import { STAFF_TEMPLATE_TEXT as TEXT } from '../../texts-templates';
import { ArticleCard } from './article-card';
import type { DraftForm } from './draft-form';
import './index.scss';
import { type TemplateDraft, useTemplateDraft } from './use-template-draft';

const Placeholders = ({ placeholders }: Pick<TemplateDraft, 'placeholders'>) => (
  <Card title={TEXT.placeholders}>
    <Text className="staff-template-draft__hint">{TEXT.placeholdersHint}</Text>
    {placeholders.map(({ name, value }) => (
      <View key={name} className="staff-template-draft__place">
        <Text selectable userSelect>{`{${name}}`}</Text>
        <Text className="staff-template-draft__hint">{value}</Text>
      </View>
    ))}
  </Card>
);

function HeadFields({ form, change }: { readonly form: DraftForm; readonly change: TemplateDraft['change'] }) {
  const { version, title } = CONTRACT_TEMPLATE_LIMITS;
  return (
    <Card>
      <TextField
        label={TEXT.version}
        maxLength={version}
        value={form.version}
        onChange={(typed) => change({ version: typed })}
        hint={TEXT.versionHint}
      />
      <TextField
        label={TEXT.contractTitle}
        maxLength={title}
        value={form.title}
        onChange={(typed) => change({ title: typed })}
      />
      <TextArea
        label={TEXT.keyPoints}
        value={form.keyPoints}
        onChange={(keyPoints) => change({ keyPoints })}
        hint={TEXT.keyPointsHint}
      />
    </Card>
  );
}

const SaveBar = ({ save }: Pick<TemplateDraft, 'save'>) => (
  <BottomBar>
    <PrimaryButton pending={save.pending} pendingLabel={TEXT.saving} onTap={() => void save.run()}>
      {TEXT.save}
    </PrimaryButton>
  </BottomBar>
);

/** The draft of the contract's template is written here; it is looked at and published on its own page. */
export default function StaffTemplateDraftPage() {
  useStaffSession();
  const draft = useTemplateDraft();
  const { form, articles, save } = draft;
  return (
    <DeskFrame route="staffTemplateDraft" load={draft.load} bottom={<SaveBar save={save} />}>
      {draft.basedOn && <Notice>{TEXT.basedOn(draft.basedOn)}</Notice>}
      <ProblemNotice problem={save.problem} />
      {form && <HeadFields form={form} change={draft.change} />}
      <Placeholders placeholders={draft.placeholders} />
      {form?.articles.map((article, index) => (
        <ArticleCard
          key={article.key}
          article={article}
          number={index + 1}
          isLast={index === form.articles.length - 1}
          articles={articles}
        />
      ))}
      <PrimaryButton kind="secondary" onTap={articles.add}>
        {TEXT.add}
      </PrimaryButton>
    </DeskFrame>
  );
}
