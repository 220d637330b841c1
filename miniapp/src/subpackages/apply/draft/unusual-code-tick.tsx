import { type DraftField, readField, type UnusualCodeField, unusualCodesOf } from '@acceptance/shared';
import { ConsentTick } from '../../../components/consent-tick';
import { FORM_TEXT } from '../texts-form';
import type { DraftTextInputProps } from './draft-text-input';

const CONFIRMATIONS = {
  'unit.unifiedSocialCreditCode': 'unit.confirmedCode',
  'invoice.taxpayerNumber': 'invoice.confirmedNumber',
} as const satisfies Record<UnusualCodeField, DraftField>;

export interface UnusualCodeTickProps extends Pick<DraftTextInputProps, 'draft' | 'onChange'> {
  readonly field: UnusualCodeField;
}

/** Below a code that looks wrong and may be right: whoever sees it on the paper says so. */
export function UnusualCodeTick({ field, draft, onChange }: UnusualCodeTickProps) {
  const found = unusualCodesOf(draft).find((one) => one.field === field);
  const confirmation = CONFIRMATIONS[field];
  const ticked = found?.confirmed ?? false;
  // Confirmed for the unit already: nothing to ask here.
  if (!found || (ticked && readField(draft, confirmation) === '')) {
    return null;
  }
  const label = FORM_TEXT.confirmCode[field];
  return (
    <ConsentTick label={label} ticked={ticked} onChange={(on) => onChange(confirmation, on ? found.code : '')}>
      {label}
    </ConsentTick>
  );
}
