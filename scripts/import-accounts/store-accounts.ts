import { maskEmail } from '@acceptance/shared';
import type { FieldCipher } from '../../bff/src/database/field-cipher';
import { type AccountModel, type AccountRecord, EMAIL_PURPOSE, newAccount } from '../../bff/src/modules/account';
import { sealLegacyPassword } from '../../bff/src/modules/auth';
import type { ImportedAccount } from './parse-account-line';

export interface NumberedAccount extends ImportedAccount {
  readonly line: number;
}

/** What became of the accounts of one batch, by line. */
export interface StoredBatch {
  readonly added: number;
  /** Already there: from an earlier run of the same file, or because the person has signed in here. Nothing changes. */
  readonly existing: number;
  /** The number stands in an earlier line of the file, too. */
  readonly duplicates: readonly { readonly line: number; readonly of: number }[];
}

export interface StoreDependencies {
  readonly accounts: AccountModel;
  readonly cipher: FieldCipher;
  readonly now: () => Date;
}

function recordOf({ cipher, now }: StoreDependencies, account: NumberedAccount, file: string) {
  const { phone, email, password, line } = account;
  const fresh = newAccount(cipher, phone, now());
  const accountId = fresh._id.toHexString();
  return {
    ...fresh,
    imported: { file, line },
    ...(password && { legacyPassword: sealLegacyPassword(cipher, password, accountId) }),
    ...(email && {
      email: {
        address: cipher.encryptText(email, EMAIL_PURPOSE, accountId),
        masked: maskEmail(email),
        confirmedAt: null,
      },
    }),
  };
}

/**
 * Adds the accounts that are not there yet, in one write. An account that exists is left as it is, whoever made it.
 * `file` names the import: with it a number that stands twice in a file is told from one that was imported before.
 */
export async function storeAccounts(
  dependencies: StoreDependencies,
  batch: readonly NumberedAccount[],
  file: string,
  write: boolean,
): Promise<StoredBatch> {
  const { accounts } = dependencies;
  const records = batch.map((account) => recordOf(dependencies, account, file));
  const firstLines = new Map<string, number>();
  const fresh = records.filter(({ phoneHash, imported }) => {
    const isFirst = !firstLines.has(phoneHash);
    if (isFirst) {
      firstLines.set(phoneHash, imported.line);
    }
    return isFirst;
  });
  const stored = await accounts
    .find({ phoneHash: { $in: fresh.flatMap(({ phoneHashes }) => phoneHashes) } }, { phoneHash: 1, imported: 1 })
    .lean<Pick<AccountRecord, 'phoneHash' | 'imported'>[]>();
  const byHash = new Map(stored.map((account) => [account.phoneHash, account]));
  const storedOf = ({ phoneHashes }: { phoneHashes: string[] }) =>
    phoneHashes.map((hash) => byHash.get(hash)).find((account) => account !== undefined);
  const missing = fresh.filter((record) => !storedOf(record));
  if (write && missing.length > 0) {
    await accounts.bulkWrite(
      missing.map(({ phoneHash, ...rest }) => ({
        updateOne: { filter: { phoneHash }, update: { $setOnInsert: rest }, upsert: true },
      })),
      { ordered: false },
    );
  }
  const duplicates = records.flatMap((record) => {
    const { phoneHash, imported } = record;
    const { line } = imported;
    const earlier = storedOf(record)?.imported;
    const of = earlier?.file === file ? earlier.line : firstLines.get(phoneHash);
    return of !== undefined && of < line ? [{ line, of }] : [];
  });
  return {
    added: missing.length,
    existing: records.length - missing.length - duplicates.length,
    duplicates,
  };
}
