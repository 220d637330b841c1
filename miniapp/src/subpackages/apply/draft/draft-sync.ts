import {
  type ApplicationFormDraft,
  changedParts,
  type DraftChanges,
  type DraftPart,
  isWritten,
  mergeDrafts,
  type OrderView,
  pickFields,
  sameDraft,
  takeFields,
} from '@acceptance/shared';
import type { SaveState } from './autosave';

/** `undecided`: saved but for what was changed elsewhere, too, which the person has to choose. */
export type DraftSaveState = SaveState | 'undecided';

/** One draft that is typed on several devices, as this one knows it. */
export interface DraftSync {
  /** What was stored when the typing here began; after a save what was saved. */
  readonly base: ApplicationFormDraft;
  /** What is typed here. */
  readonly local: ApplicationFormDraft;
  /** What is stored as far as this device has heard, and in which revision of the order. */
  readonly stored: ApplicationFormDraft;
  readonly revision: number;
  /** What was sent from here without an answer: it may be stored all the same, and then nobody else has typed it. */
  readonly sent: readonly ApplicationFormDraft[];
}

/** A part that was changed here, and elsewhere to something else: the person chooses. */
export interface DraftConflict {
  readonly part: DraftPart;
  readonly mine: ApplicationFormDraft;
  readonly theirs: ApplicationFormDraft;
}

/** As many as a long time without a network leaves behind. */
const MOST_SENT = 20;

/** An order as it is answered, whole. */
type Stored = Pick<OrderView, 'form' | 'revision'>;

/** Begins with what is stored, or with what was typed here before and did not get there. */
export function beginSync(order: Stored, unsaved: DraftChanges | null): DraftSync {
  const { form, revision } = order;
  return unsaved
    ? takeStored({ base: unsaved.base, local: unsaved.draft, stored: unsaved.base, revision: -1, sent: [] }, order)
    : { base: form, local: form, stored: form, revision, sent: [] };
}

const changesOf = ({ base, local }: DraftSync): DraftChanges => ({ base, draft: local });

const undecided = (sync: DraftSync): readonly DraftPart[] => mergeDrafts(changesOf(sync), sync.stored).conflicts;

export const conflictsOf = (sync: DraftSync): DraftConflict[] =>
  undecided(sync).map((part) => ({ part, mine: pickFields(sync.local, part), theirs: pickFields(sync.stored, part) }));

/** Whether everything that is typed here is stored. */
export const isSettled = (sync: DraftSync): boolean => changedParts(changesOf(sync)).length === 0;

/** Whether what is stored was typed here: as it stands now, or sent before without an answer. */
const isOwn = (sync: DraftSync, stored: ApplicationFormDraft, part: DraftPart): boolean =>
  [sync.local, ...sync.sent.filter((sent) => part.every((field) => isWritten(sent, field)))].some((own) =>
    sameDraft(own, stored, part),
  );

/**
 * Takes over what is stored now; what was changed here stays, and is asked about where it was changed elsewhere, too. Of
 * answers that overtook each other the older one says nothing.
 */
export function takeStored(sync: DraftSync, { form, revision }: Stored): DraftSync {
  if (revision < sync.revision) {
    return sync;
  }
  const changed = changedParts(changesOf(sync));
  const base = changed
    .filter((part) => !isOwn(sync, form, part))
    .reduce((result, part) => takeFields(result, sync.base, part), form);
  const local = changed.reduce((result, part) => takeFields(result, sync.local, part), form);
  return { base, local, stored: form, revision, sent: sync.sent };
}

/** After a save has been answered: what was sent is settled, also where the server keeps what may not be changed any more. */
export function takeSaved(sync: DraftSync, changes: DraftChanges, order: Stored): DraftSync {
  const base = changedParts(changes).reduce((result, part) => takeFields(result, changes.draft, part), sync.base);
  return takeStored({ ...sync, base, sent: [] }, order);
}

/** What is to be saved; null when there is nothing but what is still to be chosen. */
export function changesToSend(sync: DraftSync): DraftChanges | null {
  const open = undecided(sync);
  const fields = changedParts(changesOf(sync))
    .filter((part) => !open.some((one) => one[0] === part[0]))
    .flat();
  return fields.length === 0 ? null : { base: pickFields(sync.base, fields), draft: pickFields(sync.local, fields) };
}

export const noteSent = (sync: DraftSync, { draft }: DraftChanges): DraftSync => ({
  ...sync,
  sent: [...sync.sent, draft].slice(-MOST_SENT),
});

/** The person has chosen: what is typed here is saved over the other's, or given up for it. */
export function decide(sync: DraftSync, { part, theirs }: DraftConflict, keep: 'mine' | 'theirs'): DraftSync {
  const base = takeFields(sync.base, theirs, part);
  return { ...sync, base, local: keep === 'mine' ? sync.local : takeFields(sync.local, theirs, part) };
}
