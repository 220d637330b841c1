import { INVOICE_KINDS, type OrderView, readField } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { Fragment } from 'react';
import { Notice } from '../../../../components/notice';
import { PrimaryButton } from '../../../../components/primary-button';
import { INVOICE_KIND_LABELS } from '../../../../text/labels';
import { invoiceFields } from '../../draft/change-field';
import { ChoiceField } from '../../draft/choice-field';
import { marksOf } from '../../draft/draft-problems';
import { DraftTextInput, type DraftTextInputProps } from '../../draft/draft-text-input';
import { FormSection } from '../../draft/form-section';
import { UnusualCodeTick } from '../../draft/unusual-code-tick';
import { FORM_TEXT } from '../../texts-form';
import { canChooseInvoiceTitle } from './choose-invoice-title';
import type { TitleChoice } from './use-invoice-title';

export interface InvoiceSectionProps extends Omit<DraftTextInputProps, 'field' | 'optional'> {
  readonly order: Pick<OrderView, 'reviewMarks'>;
  /** Whether one is wanted at all is no longer asked where it is paid for. */
  readonly kinds?: readonly (typeof INVOICE_KINDS)[number][];
  readonly titles: TitleChoice;
}

const choicesOf = (kinds: InvoiceSectionProps['kinds'] = INVOICE_KINDS) =>
  kinds.map((kind) => ({ value: kind, label: INVOICE_KIND_LABELS[kind] }));

/** Whether an invoice is wanted, and what stands on it. */
export function InvoiceSection({ order, kinds, titles, ...fields }: InvoiceSectionProps) {
  const { draft, errorOf, onChange } = fields;
  const asked = invoiceFields(draft);
  return (
    <FormSection title={FORM_TEXT.invoice} marks={marksOf(order.reviewMarks, 'invoice')}>
      <ChoiceField
        field="invoice.kind"
        label={FORM_TEXT.invoice}
        choices={choicesOf(kinds)}
        value={readField(draft, 'invoice.kind')}
        error={errorOf('invoice.kind')}
        onChange={onChange}
      />
      {asked.length > 0 && canChooseInvoiceTitle && (
        <View className="form-page__choose-title">
          <PrimaryButton kind="secondary" onTap={() => void titles.choose()}>
            {FORM_TEXT.chooseTitle}
          </PrimaryButton>
          {titles.complaint && <Notice kind="warning">{titles.complaint}</Notice>}
        </View>
      )}
      {asked.map((field) => (
        <Fragment key={field}>
          <DraftTextInput
            field={field}
            optional={field === 'invoice.taxpayerNumber' && draft.invoice?.kind === 'general'}
            {...fields}
          />
          {field === 'invoice.taxpayerNumber' && <UnusualCodeTick field={field} {...fields} />}
        </Fragment>
      ))}
    </FormSection>
  );
}
