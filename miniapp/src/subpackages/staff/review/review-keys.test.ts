import { reviewCommand } from './review-keys';

const press = (code: string, more: { modified?: boolean; typing?: boolean } = {}) => ({
  code,
  modified: false,
  typing: false,
  ...more,
});

describe('the keys of the desk', () => {
  it.each([
    ['KeyJ', { kind: 'next' }],
    ['KeyK', { kind: 'previous' }],
    ['KeyA', { kind: 'approve' }],
    ['KeyR', { kind: 'return' }],
    ['KeyX', { kind: 'reject' }],
    ['Escape', { kind: 'close' }],
    ['Digit3', null],
    ['KeyQ', null],
  ])('reads %s while looking at an order as %j', (code, command) => {
    expect(reviewCommand(press(code), 'reading')).toEqual(command);
  });

  it('moves between fields and gives reasons while returning', () => {
    expect(reviewCommand(press('KeyJ'), 'returning')).toEqual({ kind: 'field', step: 1 });
    expect(reviewCommand(press('KeyK'), 'returning')).toEqual({ kind: 'field', step: -1 });
    expect(reviewCommand(press('Digit7'), 'returning')).toEqual({ kind: 'reason', number: 7 });
    expect(reviewCommand(press('Numpad2'), 'returning')).toEqual({ kind: 'reason', number: 2 });
    expect(reviewCommand(press('Space'), 'returning')).toEqual({ kind: 'toggle' });
    expect(reviewCommand(press('Enter'), 'returning')).toEqual({ kind: 'confirm' });
  });

  it('never approves from within a form', () => {
    expect(reviewCommand(press('KeyA'), 'returning')).toBeNull();
    expect(reviewCommand(press('KeyA'), 'rejecting')).toBeNull();
  });

  it('offers the numbered reasons while refusing, and Enter asks whether to', () => {
    expect(reviewCommand(press('Digit1'), 'rejecting')).toEqual({ kind: 'reason', number: 1 });
    expect(reviewCommand(press('Enter'), 'rejecting')).toEqual({ kind: 'confirm-reject' });
    expect(reviewCommand(press('Enter', { typing: true }), 'rejecting')).toBeNull();
  });

  it('leaves letters to a text field, and Esc leaves the field first', () => {
    expect(reviewCommand(press('KeyA', { typing: true }), 'reading')).toBeNull();
    expect(reviewCommand(press('Escape', { typing: true }), 'returning')).toEqual({ kind: 'leave-field' });
  });

  it('leaves combinations to the browser', () => {
    expect(reviewCommand(press('KeyR', { modified: true }), 'reading')).toBeNull();
  });
});
