import { ORDER_STATUSES, type OrderStatus } from '@acceptance/shared';

/** What of the orders is listed. */
export interface QueueFilter {
  readonly status: OrderStatus;
  /** Null: of all projects. */
  readonly projectId: string | null;
  readonly late: boolean;
  readonly flagged: boolean;
}

export interface SavedFilter {
  readonly name: string;
  readonly filter: QueueFilter;
}

/** What a member has on this device: the filter that was used last, and those with a name. */
export interface KeptFilters {
  readonly last: QueueFilter;
  readonly saved: readonly SavedFilter[];
}

export const ALL_SUBMITTED: QueueFilter = { status: 'submitted', projectId: null, late: false, flagged: false };
export const MOST_SAVED = 10;
export const LONGEST_NAME = 12;

export const isNarrowed = ({ projectId, late, flagged }: QueueFilter): boolean => projectId !== null || late || flagged;
export const isSameFilter = (one: QueueFilter, other: QueueFilter): boolean =>
  one.status === other.status &&
  one.projectId === other.projectId &&
  one.late === other.late &&
  one.flagged === other.flagged;

/** As the API takes it. */
export const queryOf = ({ status, projectId, late, flagged }: QueueFilter) => ({
  status,
  ...(projectId !== null && { projectId }),
  ...(late && ({ late: 'yes' } as const)),
  ...(flagged && ({ flagged: 'yes' } as const)),
});

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** Storage may be of another version, or of somebody's hands. */
function readFilter(stored: unknown): QueueFilter {
  const { status, projectId, late, flagged } = asObject(stored);
  return {
    status: ORDER_STATUSES.find((each) => each === status && each !== 'draft') ?? ALL_SUBMITTED.status,
    projectId: typeof projectId === 'string' ? projectId : null,
    late: late === true,
    flagged: flagged === true,
  };
}

export function readKeptFilters(stored: unknown): KeptFilters {
  const { last, saved } = asObject(stored);
  const named = (Array.isArray(saved) ? saved : []).flatMap((each) => {
    const { name, filter } = asObject(each);
    return typeof name === 'string' && name !== '' ? [{ name, filter: readFilter(filter) }] : [];
  });
  return { last: readFilter(last), saved: named.slice(0, MOST_SAVED) };
}

/** The same name again replaces; null: there is room for no more. */
export function withSaved(saved: readonly SavedFilter[], added: SavedFilter): readonly SavedFilter[] | null {
  const others = saved.filter(({ name }) => name !== added.name);
  return others.length < MOST_SAVED ? [...others, added] : null;
}
