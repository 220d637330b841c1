import { type ApplicationFormDraft, readField } from '@acceptance/shared';
import { changeField } from './change-field';

const USCC = '91350100M000100Y43';
const TYPED: ApplicationFormDraft = {
  unit: { name: '呼和浩特市示例贸易有限公司', unifiedSocialCreditCode: USCC },
  email: 'name@example.cn',
};

describe('what follows from a change', () => {
  it('fills an invoice with what is known', () => {
    const draft = changeField(TYPED, 'invoice.kind', 'special');
    expect(draft.invoice).toEqual({
      kind: 'special',
      title: '呼和浩特市示例贸易有限公司',
      taxpayerNumber: USCC,
      email: 'name@example.cn',
    });
  });

  it('lets the title follow the unit name until it is changed itself', () => {
    const asked = changeField({}, 'invoice.kind', 'general');
    const named = changeField(changeField(asked, 'unit.name', '甲'), 'unit.name', '甲公司');
    expect(readField(named, 'invoice.title')).toBe('甲公司');
    const own = changeField(named, 'invoice.title', '甲公司分部');
    expect(readField(changeField(own, 'unit.name', '乙公司'), 'invoice.title')).toBe('甲公司分部');
  });

  it('leaves a hidden invoice alone', () => {
    expect(changeField({ invoice: { kind: 'none' } }, 'unit.name', '甲公司').invoice).toEqual({ kind: 'none' });
  });

  it('keeps what was typed when another kind is chosen and back', () => {
    const special = changeField(changeField(TYPED, 'invoice.kind', 'special'), 'invoice.bankName', '示例银行');
    const back = changeField(changeField(special, 'invoice.kind', 'none'), 'invoice.kind', 'special');
    expect(readField(back, 'invoice.bankName')).toBe('示例银行');
  });
});
