import {
  checkApplicationForm,
  type FileView,
  formRulesOf,
  type ReviewRoundView,
  type StaffOrderView,
} from '@acceptance/shared';
import { labelOfPart } from '../../../text/labels';
import { labelled } from '../../../text/punctuation';
import { STAFF_TEXT } from '../text';
import { orderFacts } from './order-facts';

export interface Change<Value> {
  readonly label: string;
  /** Null: there was none, or is none any more. */
  readonly before: Value | null;
  readonly after: Value | null;
}

type Facts = Parameters<typeof orderFacts>[0];

/** What was typed, by its full name. What the register said is no part of it. */
const typedRows = (order: Facts): ReadonlyMap<string, string> =>
  new Map(
    orderFacts({ ...order, unitCheck: null }).flatMap(({ field, title, rows }) =>
      field ? rows.map(({ label, value }) => [title === label ? label : labelled(title, label), value] as const) : [],
    ),
  );

/** Line by line, what is typed otherwise than when the order was returned. */
export function changesOfForm({ seen }: ReviewRoundView, order: StaffOrderView): Change<string>[] {
  // It was handed in, so it is whole.
  const earlier = checkApplicationForm(seen.form, formRulesOf(order));
  if (!earlier.ok) {
    return [];
  }
  const before = typedRows({ ...order, form: earlier.form });
  const after = typedRows(order);
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((label) => before.get(label) !== after.get(label))
    .map((label) => ({ label, before: before.get(label) ?? null, after: after.get(label) ?? null }));
}

type Photos = Pick<StaffOrderView, 'idCard' | 'attachments'>;

const pagesOf = ({ attachments }: Photos, paper: string | undefined): FileView[] =>
  attachments.flatMap(({ kind, file }) => (kind === paper ? [file] : []));

/** The photos that are others now, each beside the one before. */
export function replacedPhotos({ seen }: ReviewRoundView, order: StaffOrderView): Change<FileView>[] {
  return order.changedSinceReturn.flatMap((part): Change<FileView>[] => {
    switch (part.field) {
      case 'id-card-front':
        return [{ label: STAFF_TEXT.idCardFront, before: seen.idCard.front, after: order.idCard.front }];
      case 'id-card-back':
        return [{ label: STAFF_TEXT.idCardBack, before: seen.idCard.back, after: order.idCard.back }];
      case 'attachments': {
        const [before, after] = [pagesOf(seen, part.paper), pagesOf(order, part.paper)];
        const label = labelOfPart(part, order.project);
        return Array.from({ length: Math.max(before.length, after.length) }, (_, n) => ({
          label: n === 0 ? label : `${label} ${n + 1}`,
          before: before[n] ?? null,
          after: after[n] ?? null,
        })).filter((pair) => pair.before?.id !== pair.after?.id);
      }
      default:
        return [];
    }
  });
}
