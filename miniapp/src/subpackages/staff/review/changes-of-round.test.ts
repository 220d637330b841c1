import { MARKS, ROUND } from '../../../../../scripts/screenshots/fixtures/orders';
import { makeStaffOrder } from '../../../../../scripts/screenshots/fixtures/staff-orders';
import { changesOfForm, replacedPhotos } from './changes-of-round';

const order = makeStaffOrder('submitted', {
  reviewRounds: [ROUND],
  changedSinceReturn: [
    { field: 'id-card-front' },
    { field: 'address' },
    { field: 'attachments', paper: 'authority-letter' },
  ],
});

it('a form that was mended is shown line by line: what it was, and what it is', () => {
  expect(MARKS.map(({ field }) => field)).toContain('address');
  expect(changesOfForm(ROUND, order)).toEqual([{ label: '联系地址', before: '示例路', after: order.form?.address }]);
  expect(changesOfForm({ ...ROUND, seen: { ...ROUND.seen, form: {} } }, order)).toEqual([]);
});

it('a photo that was replaced stands beside the one before, a paper that came anew beside nothing', () => {
  expect(replacedPhotos(ROUND, order).map(({ label, before, after }) => [label, before?.id, after?.id])).toEqual([
    ['身份证人像面', ROUND.seen.idCard.front?.id, order.idCard.front?.id],
    ['经办人授权书', undefined, order.attachments[1]?.file.id],
  ]);
});
