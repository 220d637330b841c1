import { APPLICATION_STEPS } from '@acceptance/shared';
import { BAR_ITEMS, barPosition, barWithout, stepOfDot, stepStates } from './step-states';

const CONTRACT_DOT = BAR_ITEMS[3];

describe('the steps bar', () => {
  it('has a dot for every step, in their order', () => {
    expect(BAR_ITEMS.flat()).toEqual(APPLICATION_STEPS);
    expect(BAR_ITEMS).toHaveLength(8);
  });

  it('ticks what is done, marks where one is and leaves the rest', () => {
    expect(stepStates('papers', 'papers')).toEqual([
      ...['done', 'done', 'current'],
      ...['ahead', 'ahead', 'ahead', 'ahead', 'ahead'],
    ]);
  });

  it('has no dot for a step that an order does not have', () => {
    const items = barWithout('attachments');
    expect(items).toHaveLength(7);
    expect(barPosition('submit', items)).toBe(6);
    expect(stepStates('submit', 'submit', items)).toEqual([...Array(6).fill('done'), 'current']);
    expect(barWithout(undefined)).toEqual(BAR_ITEMS);
  });

  it('keeps later ticks while an earlier step is looked at again', () => {
    const states = stepStates('identity', 'form');
    expect(states[barPosition('identity')]).toBe('current');
    expect(states[barPosition('sealed')]).toBe('done');
    expect(states[barPosition('form')]).toBe('ahead');
  });

  it('ticks reading and signing only when both are done', () => {
    expect(stepStates('papers', 'signature')[barPosition('contract')]).toBe('ahead');
    expect(stepStates('papers', 'sealed')[barPosition('contract')]).toBe('done');
    expect(barPosition('signature')).toBe(barPosition('contract'));
  });

  it('opens what is done and what is next, never the own page or what is not open yet', () => {
    expect(stepOfDot(BAR_ITEMS[0], 'form', 'form')).toBe('particulars');
    expect(stepOfDot(BAR_ITEMS[5], 'particulars', 'form')).toBe('form');
    expect(stepOfDot(BAR_ITEMS[6], 'particulars', 'form')).toBeNull();
    expect(stepOfDot(BAR_ITEMS[0], 'particulars', 'form')).toBeNull();
  });

  it('opens the contract where one is with it', () => {
    expect(stepOfDot(CONTRACT_DOT, 'papers', 'contract')).toBe('contract');
    expect(stepOfDot(CONTRACT_DOT, 'papers', 'signature')).toBe('signature');
    expect(stepOfDot(CONTRACT_DOT, 'form', 'form')).toBe('contract');
    expect(stepOfDot(CONTRACT_DOT, 'signature', 'signature')).toBeNull();
  });
});
