import {
  ALL_SUBMITTED,
  isNarrowed,
  isSameFilter,
  MOST_SAVED,
  queryOf,
  readKeptFilters,
  withSaved,
} from './queue-filter';

const LATE = { ...ALL_SUBMITTED, late: true };

describe('the filter of the queue', () => {
  it('asks the API for what narrows it, and for nothing else', () => {
    expect(queryOf(ALL_SUBMITTED)).toEqual({ status: 'submitted' });
    expect(queryOf({ status: 'paid', projectId: 'zfcg', late: true, flagged: true })).toEqual({
      status: 'paid',
      projectId: 'zfcg',
      late: 'yes',
      flagged: 'yes',
    });
    expect([isNarrowed(ALL_SUBMITTED), isNarrowed(LATE)]).toEqual([false, true]);
    expect([isSameFilter(LATE, { ...LATE }), isSameFilter(LATE, ALL_SUBMITTED)]).toEqual([true, false]);
  });

  it('is read from the storage whatever stands there', () => {
    for (const stored of [undefined, '', 7, [], { last: 3, saved: 'x' }, { saved: [null, { name: '' }] }]) {
      expect(readKeptFilters(stored)).toEqual({ last: ALL_SUBMITTED, saved: [] });
    }
    const kept = { last: LATE, saved: [{ name: '超时', filter: LATE }] };
    expect(readKeptFilters(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    expect(readKeptFilters({ last: { status: 'draft' } }).last.status).toBe('submitted');
  });

  it('is saved under a name, ten of them, and the same name again replaces', () => {
    const ten = Array.from({ length: MOST_SAVED }, (_, index) => ({ name: `n${index}`, filter: ALL_SUBMITTED }));
    expect(withSaved(ten, { name: 'new', filter: LATE })).toBeNull();
    expect(withSaved(ten, { name: 'n3', filter: LATE })).toHaveLength(MOST_SAVED);
    expect(withSaved([], { name: 'new', filter: LATE })).toEqual([{ name: 'new', filter: LATE }]);
  });
});
