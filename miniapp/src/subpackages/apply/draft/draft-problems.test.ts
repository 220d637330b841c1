import { fieldElementId, marksOf, problemsOn } from './draft-problems';

it('names the element of a field without dots, as selectors want it', () => {
  expect(fieldElementId('delivery.phone')).toBe('field-delivery-phone');
});

it('gives each part of the form its own marks', () => {
  const marks = [
    { field: 'invoice', reason: 'mismatch' },
    { field: 'unit', reason: 'other', note: '名称不全' },
  ] as const;
  expect(marksOf(marks, 'unit')).toEqual([marks[1]]);
  expect(marksOf(marks, 'email')).toEqual([]);
});

it('shows what a check found of the page, in its order, and asks for what is empty instead of correcting it', () => {
  const found = [
    { path: 'email', message: '邮箱格式不正确' },
    { path: 'delivery.way', message: '请选择领取方式' },
    { path: 'unit.name', message: '请填写单位名称' },
  ];
  expect(problemsOn(['unit.name', 'email'], {}, found)).toEqual([
    { path: 'unit.name', message: '请填写单位名称' },
    { path: 'email', message: '请填写邮箱' },
  ]);
  expect(problemsOn(['email'], { email: 'x' }, found)).toEqual([{ path: 'email', message: '邮箱格式不正确' }]);
});
