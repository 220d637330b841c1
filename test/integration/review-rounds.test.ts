import { BUSINESS_LICENCE, endpoints, MOST_RETURNS, type ReviewMark } from '@acceptance/shared';
import { storyPhoto, upload } from '../../scripts/story/application-steps';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { FRONT_MARK, takeFrontAgain } from '../support/mending';
import { copyAt } from '../support/order-copies';
import { orderState, storedOrder } from '../support/stored-state';
import { paramsOf, takeSteps } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { typeForm } from '../support/type-form';

const system = useSystem();
const SPOT = { x: 0.1, y: 0.2, width: 0.25, height: 0.1 };

const giveBack = (context: StoryContext, marks: ReviewMark[]) =>
  context.staff.call(endpoints.staff.returnOrder, {
    params: paramsOf(context),
    body: { ...asShown(context.reviewed!), marks },
  });
const read = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
const submit = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.submitOrder, { params: paramsOf(context) });
const renew = (context: StoryContext) =>
  context.applicant.call(endpoints.contracts.renewContract, {
    params: paramsOf(context),
    body: { contractNumber: orderOf(context).contract.contractNumber! },
  });

/** Under review, read as it is now. */
async function underReview(): Promise<StoryContext> {
  return takeSteps(await copyAt(system(), 'submit'), 'staff-sign-in', 'review');
}

describe('an application that came back', () => {
  it('is changed only where it was marked, and not handed in again as it was', async () => {
    const context = await underReview();
    await giveBack(context, [FRONT_MARK]);
    await system().settle();
    const { form } = await read(context);
    const state = orderState(system(), context);
    const refusal = await expectError(
      () => typeForm(context, { ...form, delivery: { ...form.delivery, way: 'pick-up' } }),
      'review.not_marked',
      state,
    );
    expect(refusal.details).toEqual({ parts: '领取信息' });
    const backFileId = await upload(context, 'id-card-back', await storyPhoto('back', context.person), 'image/jpeg');
    const params = paramsOf(context);
    const saveBack = () => context.applicant.call(endpoints.orders.saveIdCard, { params, body: { backFileId } });
    await expectError(saveBack, 'review.not_marked', state);
    const dropPapers = () => context.applicant.call(endpoints.orders.saveAttachments, { params, body: { items: [] } });
    expect((await expectError(dropPapers, 'review.not_marked', state)).details).toEqual({ parts: '营业执照' });
    await expectError(() => renew(context), 'review.not_marked', state);
    await expectError(() => submit(context), 'review.unchanged', state);
    // Saving what stands there already is no change.
    expect((await typeForm(context, form)).changedSinceReturn).toEqual([]);
  });

  it('is shown to the reviewer with what was asked, and with what it was before; then come back for something else', async () => {
    const context = await underReview();
    const before = context.reviewed!.idCard.front!.id;
    const mark = { ...FRONT_MARK, fileId: before, spot: SPOT };
    await giveBack(context, [mark, { field: 'invoice', reason: 'mismatch' }]);
    const after = await takeFrontAgain(context);
    const changedSinceReturn = [{ field: 'id-card-front' }];
    expect(await read(context)).toMatchObject({ changedSinceReturn, reviewMarks: [mark, { field: 'invoice' }] });
    await takeSteps(context, 'submit', 'review');
    expect(context.reviewed).toMatchObject({
      reviewMarks: [],
      changedSinceReturn,
      reviewRounds: [{ marks: [mark, { field: 'invoice' }], seen: { idCard: { front: { id: before } } } }],
      idCard: { front: { id: after } },
    });
    const params = { ...paramsOf(context), fileId: before };
    expect((await context.staff.call(endpoints.staff.readOrderFile, { params })).length).toBeGreaterThan(30_000);

    await giveBack(context, [{ field: 'invoice', reason: 'mismatch' }]);
    const { form, reviewRounds } = await read(context);
    expect(reviewRounds.map(({ marks }) => marks.length)).toEqual([2, 1]);
    await expectError(() => takeFrontAgain(context), 'review.not_marked');
    await typeForm(context, { ...form, invoice: { kind: 'none' } });
    expect((await submit(context)).status).toBe('submitted');
  });

  it('is looked at once more as a whole when it is handed in: what slipped past the pages is refused', async () => {
    const context = await underReview();
    await giveBack(context, [FRONT_MARK]);
    await takeFrontAgain(context);
    await system().settle();
    const { orders } = system().container();
    await orders.updateOne({ _id: orderOf(context).id }, { $set: { 'idCard.back.id': 'f'.repeat(24) } });
    const refusal = await expectError(() => submit(context), 'review.not_marked', orderState(system(), context));
    expect(refusal.details).toEqual({ parts: '身份证国徽面' });
  });

  it('for its unit is signed anew; beside the unit nothing is changed', async () => {
    const context = await underReview();
    await giveBack(context, [{ field: 'unit', reason: 'mismatch' }]);
    await renew(context);
    const { form } = await read(context);
    const unit = { ...form.unit, legalRepresentative: '另一人' };
    await expectError(() => typeForm(context, { ...form, unit, email: 'other@example.cn' }), 'review.not_marked');
    const saved = await typeForm(context, { ...form, unit });
    expect(saved).toMatchObject({ changedSinceReturn: [{ field: 'unit' }], form: { unit } });
  });

  it('twenty times does not come back any more', async () => {
    const context = await underReview();
    const { orders } = system().container();
    const round = {
      at: new Date(0),
      marks: [FRONT_MARK],
      draft: null,
      idCard: { front: null, back: null },
      attachments: [],
    };
    const reviewRounds = Array.from({ length: MOST_RETURNS }, () => round);
    await orders.updateOne({ _id: orderOf(context).id }, { $set: { reviewRounds } });
    const again = () => giveBack(context, [FRONT_MARK]);
    await expectError(again, 'review.too_many_returns', orderState(system(), context));
  });
});

describe('a mark', () => {
  it('is about a picture and a paper of that order, or refused', async () => {
    const context = await underReview();
    const { idCard } = await storedOrder(system(), context);
    const back = idCard.back!.id;
    const stray: ReviewMark[] = [
      { ...FRONT_MARK, fileId: back, spot: SPOT },
      { ...FRONT_MARK, spot: SPOT },
      { field: 'attachments', reason: 'wrong-paper', paper: 'no-such-paper' },
      { field: 'attachments', reason: 'unclear', paper: BUSINESS_LICENCE, fileId: back },
    ];
    const refusal = await expectError(() => giveBack(context, stray), 'request.invalid', orderState(system(), context));
    expect(refusal.fields?.map(({ path }) => path)).toEqual([
      'marks.0.fileId',
      'marks.1.spot',
      'marks.2.paper',
      'marks.3.fileId',
    ]);
  });
});
