import type { ApplicationFormDraft } from './application-form';
import { DRAFT_FIELDS, DRAFT_TEXT_FIELDS, isWritten, readField, writeField } from './draft-fields';
import { changedParts, DRAFT_PARTS, mergeDrafts, pickFields, sameDraft } from './merge-drafts';

const base: ApplicationFormDraft = {
  unit: { name: '呼和浩特市示例贸易有限公司' },
  email: 'old@example.cn',
  delivery: { way: 'courier', courier: 'EMS', province: '示例省', city: '示例市', district: '演示区' },
};

describe('fields of a draft', () => {
  it.each(DRAFT_TEXT_FIELDS)('reads what was written to %s and leaves the original alone', (field) => {
    const before = structuredClone(base);
    const after = writeField(base, field, '新内容');
    expect(readField(after, field)).toBe('新内容');
    expect(base).toEqual(before);
  });

  it('reads an empty text where nothing was typed', () => {
    expect(readField({}, 'delivery.phone')).toBe('');
    expect(readField({}, 'email')).toBe('');
    expect(isWritten({}, 'email')).toBe(false);
    expect(isWritten({ email: '' }, 'email')).toBe(true);
  });

  it('are each in one part', () => {
    expect(DRAFT_PARTS.flat().toSorted()).toEqual(DRAFT_FIELDS.toSorted());
  });

  it('are picked alone', () => {
    expect(pickFields({ ...base, address: '' }, ['address', 'delivery.courier', 'invoice.title'])).toEqual({
      address: '',
      delivery: { courier: 'EMS' },
    });
  });
});

describe('joining drafts', () => {
  it('keeps what was typed here and what was typed on another phone', () => {
    const draft = writeField(base, 'address', '新华大街 1 号');
    const stored = writeField(base, 'delivery.receiver', '张伟');
    expect(mergeDrafts({ base, draft }, stored)).toEqual({
      merged: { ...base, address: '新华大街 1 号', delivery: { ...base.delivery, receiver: '张伟' } },
      conflicts: [],
    });
  });

  it('decides nothing where both changed the same field, and keeps the rest of what was typed', () => {
    const draft = { email: 'here@example.cn', address: '新华大街 1 号' };
    const stored = writeField(base, 'email', 'there@example.cn');
    expect(mergeDrafts({ base, draft }, stored)).toEqual({
      merged: { ...stored, address: '新华大街 1 号' },
      conflicts: [['email']],
    });
  });

  it('finds nothing to decide where both typed the same, or where it is said once more', () => {
    const draft = { email: 'same@example.cn' };
    const stored = writeField(base, 'email', 'same@example.cn');
    expect(mergeDrafts({ base, draft }, stored)).toEqual({ merged: stored, conflicts: [] });
  });

  it('takes province, city and district as one', () => {
    const here = { base: pickFields(base, ['delivery.district']), draft: { delivery: { district: '别的区' } } };
    const parts = ['delivery.province', 'delivery.city', 'delivery.district'] as const;
    const draft = writeField(base, 'delivery.district', '别的区');
    const stored = writeField(base, 'delivery.city', '别的市');
    expect(mergeDrafts({ base, draft }, stored).conflicts).toEqual([parts]);
    expect(mergeDrafts(here, base).merged.delivery).toEqual({ ...base.delivery, district: '别的区' });
  });

  it('keeps a field that was emptied here empty', () => {
    expect(mergeDrafts({ base, draft: { email: '' } }, base).merged.email).toBe('');
  });

  it('takes what is stored where nothing was changed here, also of what is not said', () => {
    const stored = writeField(writeField(base, 'invoice.kind', 'general'), 'email', 'there@example.cn');
    expect(mergeDrafts({ base, draft: base }, stored)).toEqual({ merged: stored, conflicts: [] });
    expect(changedParts({ base, draft: {} })).toEqual([]);
  });
});

describe('comparing drafts', () => {
  it('takes an empty text for none', () => {
    expect(sameDraft({ email: '' }, {})).toBe(true);
    expect(sameDraft({ unit: {} }, {})).toBe(true);
    expect(sameDraft({ email: 'a@example.cn' }, {})).toBe(false);
  });
});
