import { type EntryDetail, formatFen } from '@acceptance/shared';
import { ListRow } from '../../../components/list-row';
import { ENTRY_BANK_LABELS, ENTRY_PROBLEM_LABELS } from '../labels';
import { STAFF_TRANSFER_TEXT as TEXT } from '../texts-transfers';

/** Who paid, from where, how much: what a booking, and a refund by transfer, needs. */
export const EntryFacts = ({ entry }: { readonly entry: EntryDetail }) => (
  <>
    <ListRow label={TEXT.received} value={formatFen(entry.amountFen)} />
    {entry.remainingFen !== entry.amountFen && <ListRow label={TEXT.remaining} value={formatFen(entry.remainingFen)} />}
    <ListRow label={TEXT.payer} value={entry.payerName} />
    {entry.payerAccount && <ListRow label={TEXT.payerAccount} value={entry.payerAccount} />}
    {entry.remark && <ListRow label={TEXT.remark} value={entry.remark} />}
    <ListRow label={TEXT.bank} value={ENTRY_BANK_LABELS[entry.bank]} />
    <ListRow label={TEXT.reference} value={entry.reference} />
    <ListRow label={TEXT.bookedOn} value={entry.bookedOn} />
    {entry.problem && entry.state === 'open' && (
      <ListRow label={TEXT.problem} value={ENTRY_PROBLEM_LABELS[entry.problem]} />
    )}
    {entry.parts.map(({ orderId, orderNumber, amountFen }) => (
      <ListRow key={orderId} label={TEXT.parts} hint={orderNumber} value={formatFen(amountFen)} />
    ))}
  </>
);
