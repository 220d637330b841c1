import { endpoints } from '@acceptance/shared';
import { makePerson } from '../../../scripts/story/people';
import { orderOf, type StoryContext } from '../../../scripts/story/story-context';
import { walkStory } from '../../../scripts/story/walk-story';
import { invoiceDeskOf, nextInvoiceNumber, ownInvoice, pdfOf } from '../../support/invoicing';
import { financePerson, refundDeskOf, refundMessages } from '../../support/refund-people';
import type { StaffPerson } from '../../support/staff-people';
import { paramsOf, takeSteps } from '../../support/story-people';
import { attachPapers, chooseDelivery, signIn, submit } from './application-walk';
import { handsOn, type PhoneHands } from './phone-hands';
import { type StoryTeller, tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

jest.setTimeout(240_000);

describe('the invoice of a unit, and its money back', () => {
  const person = makePerson(57);
  const invoiceNumber = nextInvoiceNumber();
  let world: WeappWorld;
  let hands: PhoneHands;
  let context: StoryContext;
  let teller: StoryTeller;
  let cashier: StaffPerson;
  let colleague: StaffPerson;

  beforeAll(async () => {
    world = await startWeappWorld();
    hands = handsOn(world.miniProgram);
    context = await walkStory(world.world, { person, until: 'sealed' });
    const staffed = { ...world.system, clock: { now: () => new Date() } };
    [cashier, colleague] = [await financePerson(staffed), await financePerson(staffed)];
    await world.forgetRateLimits();
    await world.owner.agreesToPrivacy();
    teller = tellStory(`${person.name} wants an invoice, and then the money back`);
  });
  afterAll(() => world.stop());

  const step = (sentence: string, act: () => Promise<void>) => teller.step(sentence, act);
  const readOrder = () => context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
  const readForm = async () => (await readOrder()).form?.invoice;
  const openOrder = async () => {
    await world.miniProgram.native().switchTab({ url: 'pages/orders/index' });
    await hands.see(orderOf(context).orderNumber);
    await hands.tap(/^查看/);
    await hands.see('办理进度');
  };
  const read = async (...texts: (string | RegExp)[]) => {
    for (const text of texts) {
      await hands.see(text);
    }
  };
  const desk = () => invoiceDeskOf(cashier);

  it('is filled in from a title that is kept in WeChat, of a special invoice', async () => {
    const { owner } = world;
    await step('signs in and goes on to the invoice', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap(/继续申请/);
      await hands.choose(/专用发票/);
    });
    await step('goes back from the list of titles: nothing changes', async () => {
      await owner.answersInvoiceTitles({ kind: 'cancels' });
      await hands.tap('从微信选择发票抬头');
      await hands.rest();
      expect(await hands.read()).not.toContain('微信没有打开');
    });
    await step('is told to type where WeChat does not open the list', async () => {
      await owner.answersInvoiceTitles({ kind: 'cannot' });
      await hands.tap('从微信选择发票抬头');
      await hands.see('微信没有打开您的发票抬头，请直接在下面填写');
    });
    await step('picks a private title by mistake, which keeps nothing of the unit and does not go on', async () => {
      await owner.answersInvoiceTitles({ kind: 'chooses', of: 'person', title: person.name });
      await hands.tap('从微信选择发票抬头');
      await hands.waitFor('the title to be saved', async () => (await readForm())?.title === person.name);
      expect(await readForm()).toMatchObject({ kind: 'special', taxpayerNumber: '' });
      expect(await hands.read()).not.toContain('微信没有打开');
      await chooseDelivery({ hands, person, smsCode: world.smsCode });
      await hands.see(/请填写纳税人识别号/);
    });
    await step('picks the unit, whose title has no tax number, and types what it lacks', async () => {
      await owner.answersInvoiceTitles({
        ...{ kind: 'chooses', of: 'unit', title: person.unitName, companyAddress: '示例市示例路 8 号' },
        ...{ telephone: '0471-1234567', bankName: '示例银行示例支行' },
      });
      await hands.tap('从微信选择发票抬头');
      await hands.waitFor('the address to be saved', async () => Boolean((await readForm())?.businessAddress));
      await hands.type('纳税人识别号', person.unifiedSocialCreditCode);
      await hands.type('银行账号', '6222000011112222333');
      await hands.tap('下一步');
    });
    await step('hands it in', async () => {
      const walk = { hands, person, smsCode: world.smsCode };
      await attachPapers(walk);
      await submit(walk);
    });
    expect(await readForm()).toMatchObject({
      ...{ kind: 'special', title: person.unitName, taxpayerNumber: person.unifiedSocialCreditCode },
      ...{ businessAddress: '示例市示例路 8 号', businessPhone: '0471-1234567', bankName: '示例银行示例支行' },
    });
  });

  it('is corrected nowhere once it is asked for, and is opened from the order', async () => {
    await takeSteps(context, 'staff-sign-in', 'review', 'approve');
    await step('pays after the review', async () => {
      await openOrder();
      await hands.tap(/去支付/);
      await hands.see('应付金额');
      await hands.tap(/^去支付/);
      await hands.see('支付成功');
    });
    await world.world.settle();
    await step('reads that the invoice waits, and can still be corrected', async () => {
      await openOrder();
      await read('待开具', '增值税专用发票', person.unitName, '修改发票信息');
    });
    await desk().startBatch(context);
    await step('reads that finance has it issued', async () => {
      await openOrder();
      await read('开具中', '抬头不能再改');
      expect(await hands.read()).not.toContain('修改发票信息');
    });
    await desk().record(context, invoiceNumber, pdfOf('the invoice of a story'));
    await step('reads the number and opens the PDF', async () => {
      await openOrder();
      await read('已开具', invoiceNumber);
      await hands.tap('下载发票 PDF');
      await hands.waitFor('the PDF', async () => (await world.owner.countOf('openDocument')) > 0);
    });
    expect(await ownInvoice(context).read()).toMatchObject({ state: 'issued', number: invoiceNumber });
  });

  it('asks for the money back, which one person of finance cannot decide alone', async () => {
    await step('asks for it, and says why', async () => {
      await hands.tap('申请退款');
      await hands.see('可退金额');
      await hands.tap('提交退款申请');
      await hands.see('请选择退款原因');
      await hands.choose(/其他原因/);
      await hands.type('说明', '招标取消了');
      await hands.tap('提交退款申请');
      await read('退款等待审批', '等待审批', '招标取消了', '撤回退款申请');
    });
    await refundDeskOf(cashier, context).reject(1, '请先说明招标编号');
    await step('reads why finance refuses', async () => {
      await openOrder();
      await read('未通过', '请先说明招标编号', '申请继续办理');
    });
    const byFinance = await refundDeskOf(cashier, context).ask({ number: 2, reason: 'other', words: '招标取消' });
    expect(byFinance.deeds).not.toContain('approve');
    await step('reads that staff have asked for it', async () => {
      await openOrder();
      await read('退款等待审批', '由工作人员提出');
      expect(await hands.read()).not.toContain('撤回退款申请');
    });
  });

  it('gets it back once another person of finance agrees, and the invoice is red-lettered', async () => {
    await refundDeskOf(colleague, context).approve(2);
    await hands.waitFor('the money to be back', async () => (await readOrder()).status === 'refunded');
    await world.world.settle();
    await step('reads that the money is back, and not to claim the invoice', async () => {
      await openOrder();
      await read('款项已原路退回', '待红冲', '请不要报销', '已同意');
    });
    const openTasks = async () => {
      const { items } = await cashier.client.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
      return items.map(({ kind }) => kind);
    };
    expect(await openTasks()).toContain('invoice-red-letter');
    const red = nextInvoiceNumber();
    await desk().redLetter(context, red, new Date().toISOString().slice(0, 10));
    await world.world.settle();
    expect(await openTasks()).not.toContain('invoice-red-letter');
    await step('reads the number of the red-letter invoice, at the end', async () => {
      await openOrder();
      await read('已红冲', red, '不能报销');
      expect(await hands.read()).not.toContain('申请退款');
    });
    expect(world.system.standIns.wechatPay.payments()).toMatchObject([{ refunds: [{ refund: 26_000 }] }]);
    expect(refundMessages(world.system, context)).toEqual([
      '未通过，申请继续办理',
      '已提出，等待审批',
      '已同意，正在退回',
      '已完成，款项已退回',
    ]);
    expect(world.exceptions).toEqual([]);
  });
});
