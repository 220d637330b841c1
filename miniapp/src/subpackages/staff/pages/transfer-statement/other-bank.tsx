import { COLUMN_ROLES, type LayoutView } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { ProblemNotice } from '../../../../components/problem-notice';
import { TextField } from '../../../../components/text-field';
import { formatChinaDateTime } from '../../../../text/china-date';
import { joinClauses } from '../../../../text/punctuation';
import { FilterChips } from '../../desk/filter-chips';
import { COLUMN_ROLE_LABELS } from '../../labels';
import { STAFF_STATEMENT_TEXT as TEXT } from '../../texts-statement';
import type { OtherBank } from './use-other-bank';

interface PartProps {
  readonly other: OtherBank;
}

const columnsOf = ({ headings, roles }: LayoutView): string =>
  joinClauses(
    ...roles.flatMap((role, index) =>
      role === 'none' ? [] : [TEXT.usedAs(headings[index] ?? '', COLUMN_ROLE_LABELS[role])],
    ),
  );

/** The bank was recognised by its heading. */
function Known({ other, layout }: PartProps & { readonly layout: LayoutView }) {
  const { importKept, remove, correct } = other;
  return (
    <Card title={TEXT.known(layout.name)}>
      <Text className="staff-transfers__lead">{columnsOf(layout)}</Text>
      <Text className="staff-transfers__lead">
        {TEXT.keptBy(layout.changedBy, formatChinaDateTime(layout.changedAt))}
      </Text>
      <ProblemNotice problem={importKept.problem ?? remove.problem} />
      <View className="staff-transfers__deeds">
        <PrimaryButton
          small
          pending={importKept.pending}
          pendingLabel={TEXT.importing}
          onTap={() => void importKept.run()}
        >
          {TEXT.import}
        </PrimaryButton>
        <PrimaryButton small kind="secondary" onTap={correct}>
          {TEXT.correct}
        </PrimaryButton>
        <PrimaryButton small kind="plain" pending={remove.pending} onTap={() => void remove.run()}>
          {TEXT.delete}
        </PrimaryButton>
      </View>
    </Card>
  );
}

const LONGEST_LINE = 80;
const lineOf = (cells: readonly string[]): string => cells.filter(Boolean).join(' | ').slice(0, LONGEST_LINE);

/** Which line is the heading. */
function Heading({ other: { preview, headingLine, chooseHeading } }: PartProps) {
  return (
    <Card title={TEXT.heading}>
      <Text className="staff-transfers__lead">{TEXT.headingLead}</Text>
      <FilterChips
        label={TEXT.heading}
        chips={(preview?.rows ?? []).map(({ line, cells }) => ({
          value: String(line),
          label: TEXT.line(line, lineOf(cells)),
        }))}
        value={headingLine === null ? null : String(headingLine)}
        onChoose={(value) => chooseHeading(Number(value))}
      />
    </Card>
  );
}

/** What each column is for, and the name that this is kept under. */
function Columns({ other }: PartProps) {
  const { preview, headingLine, headings, roles, lacking, needsWord, form, setRole, saveAndImport } = other;
  const sample = preview?.rows.find(({ line }) => headingLine !== null && line > headingLine)?.cells ?? [];
  return (
    <Card title={TEXT.columns}>
      {headings.map((heading, index) => (
        // Two columns may have one name.
        // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
        <View key={index} className="staff-transfers__choice">
          <Text className="staff-transfers__lead">{TEXT.column(heading, sample[index] ?? '')}</Text>
          <FilterChips
            label={heading}
            chips={COLUMN_ROLES.map((role) => ({ value: role, label: COLUMN_ROLE_LABELS[role] }))}
            value={roles[index] ?? 'none'}
            onChoose={(role) => setRole(index, role)}
          />
        </View>
      ))}
      {needsWord && (
        <TextField
          label={TEXT.incomeWord}
          hint={TEXT.incomeWordHint}
          maxLength={10}
          value={form.values.incomeWord}
          error={form.errorOf('incomeWord', saveAndImport.problem)}
          onChange={(value) => form.change('incomeWord', value)}
          onLeave={() => form.leave('incomeWord')}
        />
      )}
      <TextField
        label={TEXT.name}
        hint={TEXT.nameHint}
        maxLength={20}
        value={form.values.name}
        error={form.errorOf('name', saveAndImport.problem)}
        onChange={(value) => form.change('name', value)}
        onLeave={() => form.leave('name')}
      />
      {lacking && <Notice kind="danger">{TEXT.lacking(COLUMN_ROLE_LABELS[lacking])}</Notice>}
      <ProblemNotice problem={saveAndImport.problem} />
      <View className="staff-transfers__deeds">
        <PrimaryButton
          small
          pending={saveAndImport.pending}
          pendingLabel={TEXT.importing}
          onTap={() => void saveAndImport.run()}
        >
          {TEXT.saveAndImport}
        </PrimaryButton>
      </View>
    </Card>
  );
}

/** A statement of a bank that the system does not know. */
export function OtherBankStatement({ other }: PartProps) {
  const { preview, headingLine } = other;
  if (!preview) {
    return null;
  }
  if (preview.layout && headingLine === null) {
    return <Known other={other} layout={preview.layout} />;
  }
  return (
    <>
      <Heading other={other} />
      {headingLine !== null && <Columns other={other} />}
    </>
  );
}
