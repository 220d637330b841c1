import { type ApplicationFormDraft, type DraftChanges, endpoints } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { orderState } from '../support/stored-state';
import { meet, paramsOf, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const save = (context: StoryContext, body: DraftChanges) =>
  context.applicant.call(endpoints.orders.saveForm, { params: paramsOf(context), body });
const formOf = async (context: StoryContext): Promise<ApplicationFormDraft> =>
  (await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) })).form;
const begun = () => meet(system(), 'sign-in', 'start');

describe('one application on two devices', () => {
  it('keeps what both typed, field by field', async () => {
    const context = await begun();
    await save(context, { base: {}, draft: { email: 'one@example.cn' } });
    await save(context, { base: {}, draft: { address: '示例路 1 号', unit: { name: '示例单位' } } });
    expect(await formOf(context)).toEqual({
      email: 'one@example.cn',
      address: '示例路 1 号',
      unit: { name: '示例单位' },
    });
  });

  it('says which fields both changed, keeps the first one’s, and nothing of what came with them', async () => {
    const context = await begun();
    await save(context, {
      base: {},
      draft: { email: 'one@example.cn', delivery: { province: '示例省', city: '甲市' } },
    });
    const late = { email: 'two@example.cn', address: '示例路 1 号', delivery: { province: '示例省', city: '乙市' } };
    const refused = await expectError(
      () => save(context, { base: {}, draft: late }),
      'orders.changed_elsewhere',
      orderState(system(), context),
    );
    expect(refused.fields?.map(({ path }) => path)).toEqual(['delivery.province', 'delivery.city', 'email']);
    expect(JSON.stringify([refused.fields, refused.details])).not.toMatch(/example\.cn|市/);
    // Whoever has seen the other's and still wants their own is heard.
    const base = await formOf(context);
    expect((await save(context, { base, draft: late })).form).toEqual(late);
  });

  it('takes a repeated save, and one that both typed alike, for done', async () => {
    const context = await begun();
    const changes = { base: {}, draft: { email: 'one@example.cn' } };
    await save(context, changes);
    expect((await save(context, changes)).form).toEqual(changes.draft);
  });

  it('does not let a save that comes late undo a newer one', async () => {
    const context = await begun();
    const first = { base: { email: '' }, draft: { email: 'o' } };
    await save(context, first);
    await save(context, { base: first.draft, draft: { email: 'one@example.cn' } });
    await expectError(() => save(context, first), 'orders.changed_elsewhere', orderState(system(), context));
  });

  it('loses none of many saves at the same time', async () => {
    const context = await begun();
    const drafts: ApplicationFormDraft[] = [
      { email: 'one@example.cn' },
      { address: '示例路 1 号' },
      { unit: { name: '示例单位' } },
      { unit: { legalRepresentative: '张伟' } },
      { unit: { role: 'agent' } },
      { invoice: { kind: 'special' } },
      { invoice: { bankName: '示例银行' } },
      { delivery: { way: 'courier' } },
      { delivery: { receiver: '李娜' } },
      { delivery: { street: '示例路 2 号' } },
    ];
    await Promise.all(drafts.map((draft) => save(context, { base: {}, draft })));
    expect(await formOf(context)).toEqual({
      email: 'one@example.cn',
      address: '示例路 1 号',
      unit: { name: '示例单位', legalRepresentative: '张伟', role: 'agent' },
      invoice: { kind: 'special', bankName: '示例银行' },
      delivery: { way: 'courier', receiver: '李娜', street: '示例路 2 号' },
    });
  });

  it('keeps one of ten that change the same field at the same time, and tells the nine', async () => {
    const context = await begun();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_, n) => outcomeOf(save(context, { base: {}, draft: { address: `第 ${n} 号` } }))),
    );
    expect(countOutcomes(outcomes)).toEqual({ ok: 1, 'orders.changed_elsewhere': 9 });
    expect((await formOf(context)).address).toMatch(/^第 \d 号$/);
  });

  it('takes nothing from either once it was handed in', async () => {
    const context = await walkTo(system(), 'submit');
    const late = () => save(context, { base: {}, draft: { delivery: { street: '晚到的路 3 号' } } });
    await expectError(late, 'orders.not_editable', orderState(system(), context));
  });
});
