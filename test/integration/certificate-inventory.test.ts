import { endpoints, MOST_EXPORTED_CERTIFICATES } from '@acceptance/shared';
import { parse } from 'csv-parse/sync';
import { recordedBy } from '../support/audit-records';
import { expectError } from '../support/expect-error';
import { makeAtDesk, newHolder, revokeAs } from '../support/life-cycle-people';
import { paidOrder } from '../support/order-copies';
import { staffPerson } from '../support/staff-people';
import { useSystem } from '../support/test-system';
import { unjudged } from '../support/unjudged';

const system = useSystem();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

interface Filter {
  readonly state?: 'issued' | 'revoked' | 'failed';
  readonly search?: string;
}

const issuer = async () => (await staffPerson(system(), ['issuer'])).client;

async function exported(client: Awaited<ReturnType<typeof issuer>>, query: Filter = {}) {
  const bytes = await client.call(endpoints.certificateDesk.exportCertificates, { query });
  const text = decoder.decode(bytes);
  return { text, rows: parse(text, { bom: true, columns: true }) as Record<string, string>[] };
}

describe('the table of the inventory', () => {
  it('holds what the list holds, with the same filters, in words', async () => {
    const { context, certificate } = await newHolder(system());
    const revoked = await newHolder(system());
    await revokeAs(system(), revoked.context, revoked.certificate.id, 'superseded');
    const unit = await paidOrder(system());
    const token = await makeAtDesk(unit);
    const client = await issuer();

    const { text, rows } = await exported(client);
    expect(text.startsWith('\ufeff"证书名称","状态",')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const { items, total } = await client.call(endpoints.certificateDesk.listCertificates, { query: {} });
    expect(rows.map((row) => row.申请编号)).toEqual(items.map(({ orderNumber }) => orderNumber));
    expect(rows).toHaveLength(total);
    expect(rows.find((row) => row.申请编号 === certificate.orderNumber)).toMatchObject({
      证书名称: context.person.name,
      状态: '有效',
      介质: '软件证书',
      密钥类型: 'ECDSA P-256',
      到期日期: expect.stringMatching(/^2027/),
      注销原因: '',
      'UKey 序列号': '',
    });
    expect(rows.find((row) => row.申请编号 === token.orderNumber)).toMatchObject({
      证书名称: unit.person.unitName,
      'UKey 序列号': expect.stringMatching(/^TOKEN-/),
    });
    const [found] = (await exported(client, { state: 'revoked' })).rows;
    expect(found).toMatchObject({ 申请编号: revoked.certificate.orderNumber, 注销原因: '已换用新的证书' });
    // The number as the table writes it is found in the list and in the table.
    const search = found?.证书序列号 ?? '';
    expect(search).toMatch(/^([0-9A-F]{2}:)+[0-9A-F]{2}$/);
    expect((await exported(client, { search })).rows).toEqual([found]);
    expect((await client.call(endpoints.certificateDesk.listCertificates, { query: { search } })).total).toBe(1);
    expect((await exported(client, { state: 'failed' })).rows).toEqual([]);
  });

  it('is recorded with how many it held before anybody has it, and holds no ID number', async () => {
    const { context } = await newHolder(system());
    const client = await issuer();
    let table = await exported(client);
    const [record] = await recordedBy(system(), async () => {
      table = await exported(client, { state: 'issued' });
    });
    expect(table.text).not.toContain(context.person.idNumber);
    expect(table.text).not.toContain(context.person.phone);
    expect(record).toMatchObject({ action: endpoints.certificateDesk.exportCertificates.id, outcome: 'done' });
    expect(JSON.stringify(record)).toContain(`"certificates":${table.rows.length}`);
  });

  /** Certificates of which nothing but their number can be read. */
  async function addBroken(count: number): Promise<void> {
    const { certificates, connection } = system().container();
    const broken = Array.from({ length: count }, (_, index) => ({
      state: 'failed',
      orderNumber: `BROKEN-${index}`,
      keyClaim: `broken-${count}-${index}`,
      request: 'not an envelope',
    }));
    await unjudged(connection.getClient().db(), certificates.collection.collectionName, () =>
      certificates.collection.insertMany(broken as never[]),
    );
  }

  it('breaks off where a certificate cannot be read, so that nobody takes a part for the whole', async () => {
    await addBroken(1);
    await expect(exported(await issuer(), { state: 'failed' })).rejects.toThrow();
    expect(system().logText()).not.toContain('not an envelope');
  });

  it('is refused when it would hold more than a table may', async () => {
    await addBroken(MOST_EXPORTED_CERTIFICATES);
    await expectError(
      async () => exported(await issuer(), { state: 'failed' }),
      'certificates.too_many_to_export',
      () => system().container().certificates.countDocuments({ state: 'failed' }),
    );
  });
});
