import { createHash } from 'node:crypto';
import { type ContractFileCheck, endpoints, readContractCheckUrl } from '@acceptance/shared';
import { placeOf, updated, withEvidence } from '../../bff/src/contract-pdf/testing/incremental-update';
import { madeParty } from '../../bff/src/contract-pdf/testing/made-certificate';
import { signedBy } from '../../bff/src/contract-pdf/testing/signed-anew';
import { checkCodeOf } from '../../bff/src/modules/contract-checks/check-codes';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { jsonBody, rawRequest } from '../support/raw-request';
import { storedOrder } from '../support/stored-state';
import { newClient, paramsOf, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

let context: StoryContext;
let pdf: Buffer;
let contractNumber: string;
beforeAll(async () => {
  context = await walkTo(system(), 'sealed');
  const { applicant } = context;
  pdf = Buffer.from(await applicant.call(endpoints.contracts.readContractPdf, { params: paramsOf(context) }));
  contractNumber = orderOf(context).contract.contractNumber ?? '';
});

/** Whoever it is: nobody signs in for this. */
const check = (bytes: Uint8Array, fileName = '合同.pdf'): Promise<ContractFileCheck> =>
  newClient(system()).call(endpoints.contractChecks.checkFile, {
    body: {},
    file: { bytes, fileName, mediaType: 'application/pdf' },
  });
const codeOf = (number: string) => checkCodeOf(system().container().cipher, number);
const find = (number: string, code: string) =>
  newClient(system()).call(endpoints.contractChecks.findByCode, { body: { contractNumber: number, code } });
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a contract file that somebody uploads', () => {
  it('is genuine when we sealed it, and is told with what our records say, names masked', async () => {
    const { contract } = await storedOrder(system(), context);
    const found = await check(pdf);
    expect(found).toEqual({
      verdict: 'genuine',
      doubts: [],
      sha256: contract.lasting?.sha256,
      signature: {
        contractNumber,
        signerName: expect.stringContaining('数字证书认证'),
        signedAt: contract.sealedAt?.toISOString(),
        timestamp: { time: contract.sealedAt?.toISOString(), authority: '示例时间戳服务（演示）', judged: true },
        revocation: 'good',
        revisions: ['revocation_data'],
      },
      record: {
        contractNumber,
        authorityName: expect.stringContaining('数字证书认证'),
        projectName: orderOf(context).project.name,
        parties: { unitNameMasked: expect.any(String), personNameMasked: expect.stringMatching(/^\*+.$/) },
        signedAt: contract.signedAt?.toISOString(),
        sealedAt: contract.sealedAt?.toISOString(),
        sha256: contract.lasting?.sha256,
        replaced: false,
      },
    });
    const answer = JSON.stringify(found);
    expect(answer).not.toContain(context.person.name);
    expect(answer).not.toContain(context.person.idNumber);
  });

  it('stays genuine when data about its certificate were added, as another file than the one that was sealed', async () => {
    const certificate = madeParty({ commonName: '某签发机构', notBefore: new Date(0), notAfter: new Date() }).der;
    const found = await check(withEvidence(pdf, { certificates: [certificate] }));
    expect(found).toMatchObject({
      verdict: 'genuine',
      signature: { revisions: ['revocation_data', 'revocation_data'] },
    });
    expect(found.record?.sha256).not.toBe(found.sha256);
  });

  it('is changed when a byte of it is another, or something was appended; of it nothing is told', async () => {
    const changed = Buffer.from(pdf);
    const title = changed.lastIndexOf('/Title <');
    changed.write('F', title + '/Title <'.length + 8, 'latin1');
    const { root, catalogWithout } = placeOf(pdf);
    const evil = updated(pdf, { objects: { [root]: `<< ${catalogWithout()} /OpenAction << /S /URI >> >>` } });
    for (const [file, doubt] of [
      [changed, 'content_changed'],
      [evil, 'overridden'],
    ] as const) {
      expect(await check(file)).toEqual({
        verdict: 'changed',
        doubts: [doubt],
        sha256: sha256(file),
        signature: null,
        record: null,
      });
    }
  });

  it('is foreign when somebody else signed it, though it bears our number', async () => {
    const now = system().clock.now();
    const validity = { notBefore: new Date(now.getTime() - 1e9), notAfter: new Date(now.getTime() + 1e9) };
    const signer = madeParty({ commonName: '启明数字证书认证', ...validity, usages: ['nonRepudiation'] });
    expect(await check(signedBy(pdf, { signer }))).toMatchObject({
      verdict: 'foreign',
      doubts: ['untrusted'],
      signature: null,
      record: null,
    });
  });

  it('is foreign when it is no PDF', async () => {
    expect(await check(Buffer.from('hello'))).toMatchObject({ verdict: 'foreign', doubts: ['not_pdf'] });
  });

  it('has to be there', async () => {
    const call = () => newClient(system()).call(endpoints.contractChecks.checkFile, { body: {} });
    await expectError(call, 'files.missing');
    await expectError(() => check(Buffer.alloc(0)), 'files.missing');
  });

  it('has at most 8 MiB', async () => {
    expect((await check(Buffer.concat([pdf, Buffer.alloc(7 * 1024 * 1024)]))).doubts).toEqual(['appended']);
    await expectError(() => check(Buffer.alloc(8 * 1024 * 1024 + 1)), 'request.too_large');
  });

  it('comes thirty times in ten minutes from one address', async () => {
    for (let count = 0; count < 30; count += 1) await check(Buffer.from('hello'));
    const refusal = await expectError(() => check(Buffer.from('hello')), 'request.too_frequent');
    expect(refusal.details).toEqual({ seconds: expect.any(Number) });
  });

  it('is kept nowhere: no file, no record of the call', async () => {
    const { connection } = system().container();
    const countAll = async () => {
      const names = (await connection.listCollections())
        .map(({ name }) => name)
        .filter((name) => name !== 'rate_counts');
      return Promise.all(names.sort().map(async (name) => [name, await connection.collection(name).countDocuments()]));
    };
    const before = await countAll();
    await check(pdf);
    await check(Buffer.from('hello'));
    expect(await countAll()).toEqual(before);
  });
});

describe('number and code of a contract', () => {
  it('tell what our records say of it, however they are typed', async () => {
    const { record } = await check(pdf);
    expect(await find(contractNumber, codeOf(contractNumber))).toEqual(record);
    expect(await find(` ${contractNumber.toLowerCase()} `, codeOf(contractNumber).toLowerCase())).toEqual(record);
  });

  it('stand in the address that the contract is to bear', async () => {
    const { checkUrlOf, webOrigins } = system().container();
    expect(readContractCheckUrl(checkUrlOf(contractNumber) ?? '')).toEqual(
      webOrigins.length > 0 ? { contractNumber, code: codeOf(contractNumber) } : null,
    );
  });

  it('are answered alike when the code is wrong, and when there is no such contract', async () => {
    const unknown = contractNumber.replace(/\d$/, (digit) => String((Number(digit) + 5) % 10));
    const bodies = [
      { contractNumber, code: 'A'.repeat(12) },
      { contractNumber, code: codeOf(unknown) },
      { contractNumber: unknown, code: codeOf(unknown) },
    ];
    const { path } = endpoints.contractChecks.findByCode;
    const answers = await Promise.all(bodies.map((body) => rawRequest(system(), 'POST', path, jsonBody(body))));
    const withoutId = answers.map(({ status, text }) => [status, text.replace(/"requestId":"[^"]*"/, '')]);
    expect(new Set(withoutId.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, code: 'contract_checks.not_found' });
  });

  it('of a contract that is not sealed yet find nothing', async () => {
    const early = await walkTo(system(), 'signature');
    const number = `HT-${orderOf(early).orderNumber}`;
    await expectError(() => find(number, codeOf(number)), 'contract_checks.not_found');
  });

  it('of a contract that was signed anew say that it was', async () => {
    const renewed = await walkTo(system(), 'sealed');
    const number = orderOf(renewed).contract.contractNumber ?? '';
    const body = { contractNumber: number };
    await renewed.applicant.call(endpoints.contracts.renewContract, { params: paramsOf(renewed), body });
    expect(await find(number, codeOf(number))).toMatchObject({ contractNumber: number, replaced: true });
  });

  it('have their form', async () => {
    await expectError(() => find('GOV-1', codeOf('GOV-1')), 'request.invalid');
    await expectError(() => find(contractNumber, '0O1I'), 'request.invalid');
  });

  it('are asked for sixty times in ten minutes from one address', async () => {
    const call = () => find(contractNumber, 'A'.repeat(12));
    for (let count = 0; count < 60; count += 1) await expectError(call, 'contract_checks.not_found');
    await expectError(call, 'request.too_frequent');
  });
});
