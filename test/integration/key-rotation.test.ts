import { randomBytes } from 'node:crypto';
import { endpoints } from '@acceptance/shared';
import { areas } from '../../bff/src/areas';
import { keyRingsOf } from '../../bff/src/config/key-rings';
import { createFieldCipher } from '../../bff/src/database/field-cipher';
import type { Rotation } from '../../bff/src/database/reseal/rotate-keys';
import { registerAccount } from '../../bff/src/modules/account';
import { describeRotation, rotateAll } from '../../scripts/operator/keys-rotate';
import { openOperation, operatorSettings } from '../../scripts/operator/open-operation';
import { receiveSignInCode } from '../support/password-people';
import { freshPhone } from '../support/phone-changing';
import {
  declaredPlaces,
  placesOf,
  readAll,
  readReceipt,
  type SealedWorld,
  sealedWorld,
  useOldPassword,
} from '../support/sealed-world';
import { openConsent, storedAccount, storedOrder } from '../support/stored-state';
import { meet, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { typeForm } from '../support/type-form';

const system = useSystem();
const newKey = () => randomBytes(32).toString('base64');
const ENVELOPE = /^v[12]\.[a-z0-9-]+\.[\w-]{38,}$/;
const NAMED_HASH = /(^|\|)[a-z0-9-]+:[0-9a-f]{64}(\||$)/;
const BARE_HASH = /^[0-9a-f]{64}$/;
const CLEAR_ADDRESS = '203.0.113.7';
const connection = () => system().container().connection;

/** Puts a new key of each kind before those there are, as `KEY_ID:key`. */
function withNewKeys(name: string): Record<string, string> {
  const {
    FIELD_ENCRYPTION_KEY: old = '',
    FIELD_ENCRYPTION_KEY_ID: id,
    LOOKUP_HASH_KEY: oldHash = '',
  } = system().environment;
  return {
    FIELD_ENCRYPTION_KEY: `k${name}:${newKey()},${id ? `${id}:${old}` : old}`,
    FIELD_ENCRYPTION_KEY_ID: '',
    LOOKUP_HASH_KEY: `h${name}:${newKey()},${oldHash.includes(':') ? oldHash : `v1:${oldHash}`}`,
  };
}
const onlyNewest = (): Record<string, string> => ({
  FIELD_ENCRYPTION_KEY: system().environment.FIELD_ENCRYPTION_KEY!.split(',')[0]!,
  LOOKUP_HASH_KEY: system().environment.LOOKUP_HASH_KEY!.split(',')[0]!,
});

/** `npm run keys:rotate` with the settings of the BFF; `diesAfter` batches it is killed. */
async function rotate(diesAfter = Number.POSITIVE_INFINITY): Promise<Rotation> {
  const operation = await openOperation(operatorSettings(system().environment), {
    operator: { name: 'li.yunwei', osUser: 'tester' },
    now: system().clock.now,
  });
  let batches = 0;
  try {
    return await rotateAll(operation, {
      onProgress() {
        batches += 1;
        if (batches > diesAfter) {
          throw new Error('killed');
        }
      },
      shouldStop: () => false,
    });
  } finally {
    await operation.close();
  }
}

/** Stores values of the world as they were before envelopes were bound to records, or before they were sealed. */
async function ageEnvelopes({ applicant, changing }: SealedWorld): Promise<void> {
  const { cipher, accounts, orders } = system().container();
  const { _id: orderId } = await storedOrder(system(), changing);
  await orders.updateOne({ _id: orderId }, { $set: { 'contract.consent.address': CLEAR_ADDRESS } });
  for (const context of [applicant, changing]) {
    const { _id, phone } = await storedAccount(system(), context);
    const old = cipher.encryptText(cipher.decryptText(phone, 'account.phone', _id.toHexString()), 'account.phone');
    await accounts.updateOne({ _id }, { $set: { phone: old } });
  }
}

let world: SealedWorld;
beforeAll(async () => {
  world = await sealedWorld(system());
  await ageEnvelopes(world);
});

describe('what the areas declare as sealed', () => {
  it('is everything that is sealed in the database', async () => {
    const places = await placesOf(connection(), ENVELOPE);
    expect(places).toEqual(declaredPlaces('envelopes').toSorted());
  });
});

describe('a new key', () => {
  it('reads what the old ones have sealed, and finds what they have hashed', async () => {
    await system().restartBff(withNewKeys('1'));
    await readAll(system(), world);
    expect((await readReceipt(system(), world)).state).toBe('requested');
  });

  it('comes to everything, while people work and the command is killed again and again', async () => {
    const people = [await meet(system(), 'sign-in'), await walkTo(system(), 'id-card')] as const;
    let working = true;
    let rounds = 0;
    const work = async () => {
      while (working) {
        rounds += 1;
        const [fresh, photographed] = [await meet(system(), 'sign-in', 'start'), people[1]];
        const address = `示例省示例市演示区测试路 ${rounds} 号`;
        await typeForm(photographed, { email: 'applicant@example.com', address });
        await takeSteps(photographed, 'id-card');
        const fileId = photographed.order!.idCard.front!.id;
        await photographed.applicant.call(endpoints.files.readFile, { params: { fileId } });
        await fresh.applicant.call(endpoints.account.showNumbers, {});
      }
    };
    const worker = work();
    try {
      for (let batches = 0; batches < 9 || rounds < 4; batches += 1) {
        await expect(rotate(batches % 9)).rejects.toThrow('killed');
      }
      const rotation = await rotate();
      expect(rotation).toMatchObject({ outcome: 'done', left: new Map() });
    } finally {
      working = false;
      await worker;
    }
    await rotate();
    expect(await placesOf(connection(), /^v1\.|\.demo-1\./)).toEqual([]);
    expect(await placesOf(connection(), /^203\.0\.113\.7$/)).toEqual([]);
    expect(openConsent(system(), await storedOrder(system(), world.changing)).address).toBe(CLEAR_ADDRESS);
    const rest = await rotate();
    expect(rest).toMatchObject({ outcome: 'done', changed: 0 });
    const ofOldHash = await placesOf(connection(), BARE_HASH);
    const remade = areas.flatMap(({ sealed = [] }) =>
      sealed.flatMap(({ collection, hashes = [] }) => hashes.map(({ path }) => `${collection}.${path}`)),
    );
    expect(ofOldHash.filter((place) => remade.includes(place))).toEqual([]);
    expect(rest.passing.get('phone_changes.receiptHash')).toBe(1);
    expect(describeRotation(rest)).toContain('1 × receipts of changes of number');
  });

  it('is enough by itself afterwards', async () => {
    await system().restartBff(onlyNewest());
    expect(system().environment.FIELD_ENCRYPTION_KEY).not.toContain('demo-1');
    await readAll(system(), world);
    // Nobody but its owner has the receipt: it ends with the key that hashed it, as the command says.
    await expect(readReceipt(system(), world)).rejects.toMatchObject({ code: 'phone_changes.not_found' });
    await expect(useOldPassword(system(), world)).rejects.toMatchObject({ code: 'auth.device_code_required' });
    expect(await rotate()).toMatchObject({ outcome: 'done', changed: 0 });
  });
});

describe('the command', () => {
  it('does not say that it is done when something does not open', async () => {
    const context = await meet(system(), 'sign-in');
    const account = await storedAccount(system(), context);
    const phone = account.phone.replace(/.{4}$/, 'AAAA');
    await system().container().accounts.updateOne({ _id: account._id }, { $set: { phone } });
    await system().restartBff(withNewKeys('2'));
    const rotation = await rotate();
    expect(rotation.outcome).toBe('left');
    expect(describeRotation(rotation)).toContain('NOT done');
    expect(describeRotation(rotation)).toContain('1 × accounts.phone: does-not-open');
    expect(describeRotation(rotation)).not.toContain(context.person.phone);
    await system().container().accounts.deleteOne({ _id: account._id });
    expect(describeRotation(await rotate())).toContain('Done: nothing that is sealed needs an older key');
  });
});

describe('while processes differ in their newest key', () => {
  it('makes one account of two registrations at once, again and again', async () => {
    const { accounts } = system().container();
    const { encryptionKeys, hashKeys } = keyRingsOf(system().environment);
    const before = createFieldCipher({ encryptionKeys, hashKeys: hashKeys.toReversed() });
    const after = createFieldCipher({ encryptionKeys, hashKeys });
    for (let round = 0; round < 20; round += 1) {
      const phone = freshPhone();
      const registration = { phone, termsVersion: '1', now: system().clock.now() };
      const made = await Promise.all(
        [before, after, before, after].map((cipher) => registerAccount({ accounts, cipher }, registration)),
      );
      expect(new Set(made.map(({ _id }) => _id.toHexString())).size).toBe(1);
      expect(await accounts.countDocuments({ phoneHash: { $in: after.lookupHashes(phone, 'account.phone') } })).toBe(1);
    }
  });

  it('takes a code that was sent before under the new key', async () => {
    const context = await meet(system(), 'sign-in');
    const code = await receiveSignInCode(system(), context.person);
    await system().restartBff(withNewKeys('3'));
    const { phone } = context.person;
    const body = { phone, code, acceptedTermsVersion: (await storedAccount(system(), context)).terms[0]!.version };
    await expect(
      context.applicant.call(endpoints.auth.signInWithSmsCode, {
        body: { ...body, code: code === '000000' ? '1'.repeat(6) : '000000' },
      }),
    ).rejects.toMatchObject({ code: 'auth.code_wrong' });
    expect((await context.applicant.call(endpoints.auth.signInWithSmsCode, { body })).account.id).toBe(
      (await storedAccount(system(), context))._id.toHexString(),
    );
  });
});

it('leaves no look-up hash that nobody declares', async () => {
  await sealedWorld(system());
  const places = await placesOf(connection(), NAMED_HASH);
  const declared = declaredPlaces('hashes');
  const budgets = ['code_budgets._id'];
  // Counts become audit records within minutes, and those keep the hashes that they were chained with.
  const lasting = places.filter((place) => !place.startsWith('audit_counts.'));
  expect(lasting.filter((place) => !declared.includes(place))).toEqual(budgets);
});
