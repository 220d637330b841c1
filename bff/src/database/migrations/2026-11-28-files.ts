import type { Connection } from 'mongoose';
import type { Migration } from '../migration';

/** Files say when the sweep looks at them; drafts have one of the places of their account, which the index gives away. */
export const files: Migration = {
  id: '2026-11-28-files',
  async up(connection: Connection) {
    const stored = connection.collection('files');
    await stored.createIndexes([{ key: { checkAt: 1 }, name: 'checkAt' }]);
    await stored.updateMany({ checkAt: { $exists: false } }, { $set: { checkAt: new Date() } });
    const orders = connection.collection('orders');
    await orders.createIndexes([
      {
        key: { accountId: 1, draftSlot: 1 },
        name: 'accountId_draftSlot',
        unique: true,
        partialFilterExpression: { status: 'draft', draftSlot: { $exists: true } },
      },
    ]);
    const old = { status: 'draft', draftSlot: { $exists: false } };
    for await (const { _id, accountId } of orders.find(old, { projection: { accountId: 1 } })) {
      const taken = new Set(await orders.distinct('draftSlot', { accountId, status: 'draft' }));
      // Somebody may have more drafts than there are places: each gets a number all the same, none is taken away.
      const draftSlot = Array.from({ length: taken.size + 1 }, (_, slot) => slot).find((slot) => !taken.has(slot));
      await orders.updateOne({ _id, ...old }, { $set: { draftSlot } });
    }
  },
};
