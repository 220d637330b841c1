import { draftOf, isEmptyPerson, NOBODY, storedPerson } from './typed-person';

describe('the draft of a typed person', () => {
  it.each([
    { name: '张', idNumber: '110', phone: null },
    { name: '', idNumber: '', phone: '' },
    { name: '张伟', idNumber: '', phone: '138' },
  ])('comes back from the server as it was: %p', (person) => {
    expect(storedPerson(draftOf(person))).toEqual(person);
  });

  it('says nothing of the number that signs in', () => {
    expect(draftOf({ name: '张', idNumber: '110', phone: null })).toEqual({ name: '张', idNumber: '110' });
  });

  it('is nobody when there is none', () => {
    expect(storedPerson(null)).toEqual(NOBODY);
    expect(isEmptyPerson(storedPerson(null))).toBe(true);
    expect(isEmptyPerson(storedPerson({ name: '张' }))).toBe(false);
  });
});
