import { readSearch } from './read-search';

const kindAndValue = (typed: string) => {
  const { kind, value } = readSearch(typed);
  return [kind, value];
};

describe('what somebody types into the search of the desk', () => {
  it.each([
    ['ZFCG-261122-0007', 'ZFCG-261122-0007'],
    ['zfcg–261122', 'ZFCG-261122'],
    ['ZFCG-', 'ZFCG-'],
    ['ZFCG 261122 0007', 'ZFCG-261122-0007'],
    ['zfcg261122', 'ZFCG-261122-'],
  ])('is the number of an order, or its beginning: %s', (typed, value) => {
    expect(kindAndValue(typed)).toEqual(['order-number', value]);
  });

  it.each(['13912345678', '139 1234 5678', '+86 139-1234-5678', '８６13912345678'])(
    'is a phone number: %s',
    (typed) => {
      expect(kindAndValue(typed)).toEqual(['phone', '13912345678']);
    },
  );

  it('is the code of a unit', () => {
    expect(kindAndValue('91350100m000100y43')).toEqual(['unit-code', '91350100M000100Y43']);
  });

  it.each(['李建国', '某市 某某有限公司', 'SMITH', 'O’Neil, Anna'])('is a name in all other cases: %s', (typed) => {
    expect(kindAndValue(typed)).toEqual(['name', typed]);
  });

  it('is never an ID number', () => {
    expect(() => readSearch('11010519491231002X')).toThrow(
      expect.objectContaining({ code: 'desk.no_search_by_id_number' }) as Error,
    );
  });
});
