import { PortError } from '../../ports/port-error';
import { type ContractCheckDependencies, checkContractFile } from './check-contracts';

const needsWith = (verify: () => Promise<never>): ContractCheckDependencies =>
  ({ contractVerifier: { verify } }) as unknown as ContractCheckDependencies;
const file = { bytes: Buffer.from('%PDF-1.7'), declaredMediaType: 'application/pdf' };

it('who comes when too many wait is told to come again, and that nothing was judged', async () => {
  const full = needsWith(() => Promise.reject(new PortError('contract-verifier', 'unavailable', 'queue-full')));
  await expect(checkContractFile(full, file)).rejects.toMatchObject({ code: 'server.busy', details: { seconds: 10 } });
});

it('what nobody expected stays what it is', async () => {
  const broken = needsWith(() => Promise.reject(new TypeError('no such thing')));
  await expect(checkContractFile(broken, file)).rejects.toBeInstanceOf(TypeError);
});
