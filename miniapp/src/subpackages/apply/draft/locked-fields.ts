import { type DraftField, type OrderView, ruleOfKind } from '@acceptance/shared';

/** Whether a field of the form stays as the certificate says it that the order begins with. */
export const isLockedField = ({ kind }: Pick<OrderView, 'kind'>, field: DraftField): boolean =>
  (ruleOfKind(kind)?.locked ?? []).some((locked) => `unit.${locked}` === field);
