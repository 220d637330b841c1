import { createTypedText } from './typed-text';

function openField(first = '') {
  const shown: [string, string][] = [];
  const text = createTypedText(first, (before, after) => shown.push([before, after]));
  return { text, shown };
}

describe('the text of a field', () => {
  it('is not shown again when it comes back from typing', () => {
    const { text, shown } = openField();
    for (const typed of ['1', '13', '13 8']) {
      text.typed(typed, typed.replace(' ', ''));
      text.given(typed.replace(' ', ''));
    }
    expect(shown).toEqual([]);
  });

  it('is not shown again when the page is drawn with the value from before', () => {
    const { text, shown } = openField('1');
    text.given('1');
    text.typed('12', '12');
    text.given('1');
    text.given('12');
    expect(shown).toEqual([]);
  });

  it('is what the page makes it: restored, replaced, emptied', () => {
    const { text, shown } = openField();
    text.given('kept');
    text.typed('kept on', 'kept on');
    text.given('kept on');
    text.given('');
    expect(shown).toEqual([
      ['', 'kept'],
      ['kept on', ''],
    ]);
  });

  it('is emptied although the page held nothing else before', () => {
    const { text, shown } = openField();
    text.typed('1', '1');
    text.given('1');
    text.given('');
    text.typed('2', '2');
    text.given('2');
    text.given('');
    expect(shown).toEqual([
      ['1', ''],
      ['2', ''],
    ]);
  });

  it('becomes what is sent when the field is left', () => {
    const { text, shown } = openField();
    text.typed('138 1', '1381');
    text.given('1381');
    text.put('1381');
    text.put('1381');
    expect(shown).toEqual([['138 1', '1381']]);
  });
});
