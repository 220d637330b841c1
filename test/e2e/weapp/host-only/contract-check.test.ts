import { contractCheckUrl, endpoints } from '@acceptance/shared';
import { checkCodeOf } from '../../../../bff/src/modules/contract-checks/check-codes';
import { makePerson } from '../../../../scripts/story/people';
import { orderOf } from '../../../../scripts/story/story-context';
import { walkStory } from '../../../../scripts/story/walk-story';
import { handsOn } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

describe('somebody who was sent a contract', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  let pdf: Buffer;
  let contractNumber: string;
  beforeAll(async () => {
    world = await startHostedWorld();
    const context = await walkStory(world.world, { person: makePerson(58), until: 'sealed' });
    const { id: orderId, contract } = orderOf(context);
    pdf = Buffer.from(await context.applicant.call(endpoints.contracts.readContractPdf, { params: { orderId } }));
    contractNumber = contract.contractNumber ?? '';
    await world.forgetRateLimits();
  });
  afterAll(() => world.stop());

  it('finds out without an account, by its file and by the code on it', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory('somebody checks a contract');
    const { phone } = world.host;
    await world.owner.agreesToPrivacy();
    await story.step('opens the page from 我的', async () => {
      await world.miniProgram.native().switchTab({ url: 'pages/mine/index' });
      await hands.tap(/^合同验真/);
      await hands.see('这份合同是真的吗？');
    });
    await story.step('has no contract in their chats, and is left where they are', async () => {
      phone.chatFiles = [{ name: '照片.jpg', bytes: Buffer.from('photo') }];
      await hands.tap('选择合同文件');
      await hands.see('这份合同是真的吗？');
    });
    await story.step('chooses the contract and reads that it is genuine, and whose', async () => {
      phone.chatFiles = [{ name: '合同.pdf', bytes: pdf }];
      await hands.tap('选择合同文件');
      await hands.see('这份合同由本机构签署，签署后没有被改动。');
      await hands.see(contractNumber);
    });
    await story.step('chooses one that somebody has added something to', async () => {
      phone.chatFiles = [{ name: '合同.pdf', bytes: Buffer.concat([pdf, Buffer.from('\n% more\n')]) }];
      await hands.tap('换一个文件');
      await hands.see('签署之后文件中被追加了内容。');
    });
    await story.step('scans what is no code of ours, and it is not opened', async () => {
      await world.owner.answersScanner({ kind: 'scans', text: 'https://evil.example/', code: 'QR_CODE' });
      await hands.tap('扫描合同上的二维码');
      await hands.see('这不是本机构合同上的二维码');
    });
    await story.step('scans the code on the contract, and reads what is recorded', async () => {
      const code = checkCodeOf(world.system.container().cipher, contractNumber);
      const text = contractCheckUrl('https://ca.example.cn', contractNumber, code);
      await world.owner.answersScanner({ kind: 'scans', text, code: 'QR_CODE' });
      await hands.tap('扫描合同上的二维码');
      await hands.see('签署记录');
      await hands.see(contractNumber);
    });
    expect(world.exceptions).toEqual([]);
  });
});
