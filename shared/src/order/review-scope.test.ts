import type { ReviewMark } from '../schemas/review';
import { changedReviewParts, isMended, isPartOpen, type ReviewedParts, unmarkedChanges } from './review-scope';

const before: ReviewedParts = {
  form: {
    unit: { name: '青山商贸有限公司', legalRepresentative: '张伟' },
    email: 'a@example.cn',
    invoice: { kind: 'none' },
    delivery: { way: 'pick-up' },
  },
  idCard: { front: { id: 'front' }, back: { id: 'back' } },
  attachments: [
    { kind: 'business-licence', file: { id: 'licence' } },
    { kind: 'other-paper', file: { id: 'page-1' } },
    { kind: 'other-paper', file: { id: 'page-2' } },
  ],
};
const mark = (field: ReviewMark['field'], paper?: string): ReviewMark => ({
  field,
  reason: 'mismatch',
  ...(paper && { paper }),
});
const LICENCE = { kind: 'business-licence', file: { id: 'new' } };

describe('what has changed since an application was returned', () => {
  it('is nothing when only blanks, empty fields or the order of members differ', () => {
    const form = {
      ...before.form,
      unit: { legalRepresentative: '张伟', name: ' 青山商贸有限公司', role: undefined },
      invoice: { title: '', kind: 'none' as const },
      address: '',
    };
    expect(changedReviewParts(before, { ...before, form })).toEqual([]);
  });

  it('is named part by part, a paper by its kind', () => {
    const after: ReviewedParts = {
      form: { ...before.form, email: 'b@example.cn', delivery: { way: 'courier', street: '1 号' } },
      idCard: { front: { id: 'another' }, back: null },
      attachments: [LICENCE, ...before.attachments.slice(1), { kind: 'third', file: { id: 'third' } }],
    };
    expect(changedReviewParts(before, after)).toEqual([
      { field: 'id-card-front' },
      { field: 'id-card-back' },
      { field: 'email' },
      { field: 'delivery' },
      { field: 'attachments', paper: 'business-licence' },
      { field: 'attachments', paper: 'third' },
    ]);
  });

  it('is seen of one page among several, and of a page that is gone', () => {
    const attachments = before.attachments.slice(0, 2);
    expect(changedReviewParts(before, { ...before, attachments })).toEqual([
      { field: 'attachments', paper: 'other-paper' },
    ]);
  });
});

describe('a mark', () => {
  it('opens its part and no other', () => {
    const after = { ...before, attachments: [LICENCE, ...before.attachments.slice(1)] };
    expect(unmarkedChanges([mark('attachments', 'business-licence')], before, after)).toEqual([]);
    expect(unmarkedChanges([mark('attachments')], before, after)).toEqual([]);
    const others = [mark('attachments', 'other-paper'), mark('unit'), mark('email')];
    expect(unmarkedChanges(others, before, after)).toEqual([{ field: 'attachments', paper: 'business-licence' }]);
  });

  it('on the unit lets a paper come that there was none of', () => {
    const paper = { field: 'attachments', paper: 'authority-letter' } as const;
    expect(isPartOpen([mark('unit')], paper, before)).toBe(true);
    expect(isPartOpen([mark('email')], paper, before)).toBe(false);
  });

  it('is mended when its part has changed', () => {
    const changed = [{ field: 'attachments', paper: 'business-licence' }, { field: 'unit' }] as const;
    expect(isMended(mark('attachments', 'business-licence'), changed)).toBe(true);
    expect(isMended(mark('attachments', 'other-paper'), changed)).toBe(false);
    expect(isMended(mark('email'), changed)).toBe(false);
  });
});
