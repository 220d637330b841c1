import { personOnCard, saysTheSame } from './person-on-card';

const card = { name: '张伟', idNumber: '11010519491231002X' };

describe('the person on the photographed card', () => {
  it.each([
    [null, null],
    [{ ...card, idNumber: null }, null],
    [{ ...card, name: null }, null],
    [card, card],
  ])('with a front that says %p is %p', (front, person) => {
    const idCardReading = { front: front && { ...front, problems: [] }, back: null };
    expect(personOnCard({ id: '1', idCardReading })).toEqual(person);
  });

  it('is nobody without an application', () => {
    expect(personOnCard(null)).toBeNull();
  });

  it.each([
    ['张伟', '11010519491231002x', true],
    [' 张伟', '110105 19491231 002X', true],
    ['张玮', '11010519491231002X', false],
    ['张伟', '', false],
  ])('is what %p with %p says: %p', (name, idNumber, same) => {
    expect(saysTheSame(card, { name, idNumber, phone: null })).toBe(same);
  });
});
