import type { ApplicationFormDraft } from '@acceptance/shared';
import { DRAFT_TEXT_FIELDS, readField, writeField } from './draft-fields';
import { mergeDrafts, sameDraft } from './merge-drafts';

const base: ApplicationFormDraft = {
  unit: { name: '呼和浩特市示例贸易有限公司' },
  email: 'old@example.cn',
  delivery: { way: 'courier', courier: 'EMS' },
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
  });
});

describe('joining drafts', () => {
  it('keeps what was typed here and what was typed on another phone', () => {
    const local = writeField(base, 'address', '新华大街 1 号');
    const server = writeField(base, 'delivery.receiver', '张伟');
    expect(mergeDrafts(base, local, server)).toEqual({
      ...base,
      address: '新华大街 1 号',
      delivery: { way: 'courier', courier: 'EMS', receiver: '张伟' },
    });
  });

  it('prefers what was typed here when both changed the same field', () => {
    const local = writeField(base, 'email', 'here@example.cn');
    const server = writeField(base, 'email', 'there@example.cn');
    expect(mergeDrafts(base, local, server).email).toBe('here@example.cn');
  });

  it('keeps a field that was emptied here empty', () => {
    expect(mergeDrafts(base, writeField(base, 'email', ''), base).email).toBe('');
  });

  it('takes the server’s where nothing was changed here', () => {
    const server = writeField(base, 'invoice.kind', 'general');
    expect(mergeDrafts(base, base, server)).toEqual(server);
  });
});

describe('comparing drafts', () => {
  it('takes an empty text for none', () => {
    expect(sameDraft({ email: '' }, {})).toBe(true);
    expect(sameDraft({ unit: {} }, {})).toBe(true);
    expect(sameDraft({ email: 'a@example.cn' }, {})).toBe(false);
  });
});
