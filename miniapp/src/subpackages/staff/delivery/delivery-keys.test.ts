import { deliveryCommand } from './delivery-keys';

const press = (code: string, more: { modified?: boolean; typing?: boolean } = {}) =>
  deliveryCommand({ code, modified: false, typing: false, ...more });

describe('keys at the desk of deliveries', () => {
  it('move and print while nothing is typed', () => {
    expect(['KeyJ', 'KeyK', 'KeyP', 'Escape', 'KeyX'].map((code) => press(code))).toEqual([
      'next',
      'previous',
      'print',
      'close',
      null,
    ]);
  });

  it('leave letters to the number that is typed, and move by arrows', () => {
    const typing = { typing: true };
    expect(['KeyJ', 'KeyP', 'ArrowDown', 'ArrowUp', 'Escape'].map((code) => press(code, typing))).toEqual([
      null,
      null,
      'next',
      'previous',
      'leave-field',
    ]);
  });

  it('leave the shortcuts of the browser alone', () => {
    expect(press('KeyP', { modified: true })).toBeNull();
  });
});
