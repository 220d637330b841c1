import { type ApplicationFormDraft, LOCKABLE_FIELDS, type OrderKind, ruleOfKind } from '@acceptance/shared';

/** A draft in which what the kind of order locks stays as it was, whatever was sent. */
export function keepLocked(
  kind: OrderKind,
  before: ApplicationFormDraft,
  after: ApplicationFormDraft,
): ApplicationFormDraft {
  const locked = ruleOfKind(kind)?.locked ?? [];
  if (!before.unit || locked.length === 0) {
    return after;
  }
  const unit = { ...after.unit };
  for (const field of LOCKABLE_FIELDS.filter((one) => locked.includes(one))) {
    const value = before.unit[field];
    // A member that is undefined would look like a change.
    delete unit[field];
    if (value !== undefined) {
      unit[field] = value;
    }
  }
  return { ...after, unit };
}
