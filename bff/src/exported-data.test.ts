import mongoose, { type Model } from 'mongoose';
import type { AnyArea } from './area/define-area';
import { areas } from './areas';
import { EXPORT_README } from './modules/personal-data/export-readme';

/** The file of an export that holds the records of each collection of accounts' records; null: why none does. */
const FILES: Readonly<Record<string, string | null>> = {
  orders: 'orders.json',
  deliveries: 'deliveries.json',
  invoices: 'invoices.json',
  identityChecks: 'identity-checks.json',
  faceChecks: 'face-checks.json',
  ukeyUnlocks: 'ukey-unlocks.json',
  certificates: 'certificates.json',
  electronicSeals: 'seals.json',
  phoneChanges: 'phone-changes.json',
  sessions: 'devices.json',
  files: 'documents/',
  // The export itself, and the wish to leave: neither tells anything that its owner has not just done.
  dataExports: null,
  accountDeletions: null,
};

/** Collections whose records belong to an account, by the name of their model among the dependencies. */
function ofAccounts(): string[] {
  const connection = mongoose.createConnection();
  return areas.flatMap((area: AnyArea) =>
    Object.entries((area.models?.(connection) ?? {}) as Record<string, Model<unknown>>)
      .filter(([, model]) => model.schema.path('accountId') !== undefined)
      .map(([name]) => name),
  );
}

describe('an export of one’s data', () => {
  it('knows of every collection that holds records of accounts', () => {
    expect(ofAccounts().filter((name) => !(name in FILES))).toEqual([]);
  });

  it('says what is in each file', () => {
    const files = Object.values(FILES).filter((file) => file !== null);
    expect(files.filter((file) => !EXPORT_README.includes(`\n${file} `))).toEqual([]);
  });
});
