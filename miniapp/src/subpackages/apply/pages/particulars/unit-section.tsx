import { BUSINESS_LICENCE, type OrderView, readField, UNIT_ROLES } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { UNIT_ROLE_LABELS } from '../../../../text/labels';
import { ChoiceField } from '../../draft/choice-field';
import { fieldElementId, marksOf } from '../../draft/draft-problems';
import { DraftTextInput, type DraftTextInputProps } from '../../draft/draft-text-input';
import { FormSection } from '../../draft/form-section';
import { isLockedField } from '../../draft/locked-fields';
import { UnusualCodeTick } from '../../draft/unusual-code-tick';
import { FactTable } from '../../order-flow/fact-table';
import { PaperCard } from '../../paper/paper-card';
import { FIELD_TEXT, FORM_TEXT } from '../../texts-form';
import { PARTICULARS_TEXT } from '../../texts-particulars';
import { LICENCE_PATH } from './particulars-rules';
import type { useParticulars } from './use-particulars';

export interface UnitSectionProps extends Omit<DraftTextInputProps, 'field' | 'optional'> {
  readonly order: Pick<OrderView, 'kind' | 'reviewMarks'>;
}

const roles = () =>
  UNIT_ROLES.map((role) => ({ value: role, label: UNIT_ROLE_LABELS[role], hint: PARTICULARS_TEXT.roleHints[role] }));

/** The unit as its licence names it, and who acts for it. */
export function UnitSection({ order, ...fields }: UnitSectionProps) {
  // As the certificate says it that the order begins with.
  const lockedRows = (['unit.name', 'unit.unifiedSocialCreditCode'] as const)
    .filter((field) => isLockedField(order, field))
    .map((field) => [FIELD_TEXT[field].label, readField(fields.draft, field)] as const);
  return (
    <FormSection title={FORM_TEXT.unit} marks={marksOf(order.reviewMarks, 'unit')}>
      {lockedRows.length > 0 && <FactTable rows={lockedRows} />}
      {!isLockedField(order, 'unit.name') && <DraftTextInput field="unit.name" {...fields} />}
      {!isLockedField(order, 'unit.unifiedSocialCreditCode') && (
        <>
          <DraftTextInput field="unit.unifiedSocialCreditCode" {...fields} />
          <UnusualCodeTick field="unit.unifiedSocialCreditCode" {...fields} />
        </>
      )}
      <DraftTextInput field="unit.legalRepresentative" {...fields} />
      <Text className="particulars__label">{PARTICULARS_TEXT.role}</Text>
      <ChoiceField
        field="unit.role"
        label={PARTICULARS_TEXT.role}
        choices={roles()}
        value={readField(fields.draft, 'unit.role')}
        error={fields.errorOf('unit.role')}
        onChange={fields.onChange}
      />
    </FormSection>
  );
}

/** The photo of the licence; once the contract is signed it may still be replaced. */
export function LicenceCard({ page }: { readonly page: ReturnType<typeof useParticulars> }) {
  const { order, photos, licence, licenceError, openProblems } = page;
  const paper = order?.project.attachments.find(({ kind }) => kind === BUSINESS_LICENCE);
  return paper ? (
    <View id={fieldElementId(LICENCE_PATH)}>
      <PaperCard
        paper={paper}
        photos={licence}
        marks={order?.status === 'returned' ? order.reviewMarks : []}
        sender={photos.senderOf(paper.kind)}
        isFull={photos.isFull}
        onAdd={(source) => photos.add(paper.kind, source)}
        onRemove={photos.remove}
      >
        {openProblems > 0 && licenceError && (
          <View className="particulars__error" role="alert">
            {licenceError}
          </View>
        )}
      </PaperCard>
    </View>
  ) : null;
}
