import { pinProblem } from './pin-rules';

describe('a PIN', () => {
  it.each(['59260718', '748301', 'k7Rw2p', '30472918'])('may be %s', (pin) => {
    expect(pinProblem(pin)).toBeNull();
  });

  it.each([
    ['one digit again and again', '111111'],
    ['a row', '123456'],
    ['a row downwards', '87654321'],
    ['a row with steps', 'acegik'],
    ['a row with a tail', '1234508'],
    ['a row of letters', 'abcdef'],
    ['a pair repeated', '121212'],
    ['a group repeated', '520520'],
    ['two kinds of digits', '111222'],
    ['almost one digit', '8888889'],
    ['a date', '19900131'],
    ['a short date', '900131'],
    ['a pattern of the keypad', '147258'],
    ['what sounds like love', '5201314'],
    ['a word in capitals', 'PASSWORD'],
  ])('is guessable as %s: %s', (_, pin) => {
    expect(pinProblem(pin)).toBe('guessable');
  });

  it.each([
    ['too short', '59260', 'length'],
    ['too long', '5'.repeat(17), 'length'],
    ['not to be typed on every keyboard', '密码密码密码', 'characters'],
    ['blank in the middle', '5926 0718', 'characters'],
  ])('is refused as %s', (_, pin, problem) => {
    expect(pinProblem(pin)).toBe(problem);
  });

  it('stands nowhere on the token', () => {
    expect(pinProblem('8f3a61', ['0000008F3A61D2', 'CA-2026-000123'])).toBe('printed_on_token');
    expect(pinProblem('000123', ['CA-2026-000123'])).toBe('printed_on_token');
  });
});
