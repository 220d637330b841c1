import type { Connection, mongo } from 'mongoose';
import type { Migration } from '../migration';

const UNIT_PAPERS = [
  { kind: 'business-licence', label: '营业执照', hint: '执照正本或副本，拍清整页', required: true },
  {
    kind: 'authority-letter',
    label: '经办人授权书',
    hint: '下载打印后加盖单位公章，再拍照上传',
    required: true,
    onlyFor: 'agent',
  },
];

const UNREAD = {
  state: 'unread',
  consent: null,
  contractNumber: null,
  signedAt: null,
  fileId: null,
  sha256: null,
  sealedAt: null,
  acknowledgedAt: null,
};

/** A certificate's kind said for whom a project is; what somebody applied as had no consequence. */
async function nameApplicantTypes(orders: mongo.Collection, projects: mongo.Collection): Promise<void> {
  for (const [kind, type] of [
    ['unit', 'unit'],
    ['personal', 'person'],
  ]) {
    await projects.updateMany(
      { certificateKind: kind },
      { $set: { applicantTypes: [type], specialTerms: [] }, $unset: { certificateKind: '' } },
    );
    await orders.updateMany(
      { 'project.certificateKind': kind },
      {
        $set: { applicantType: type, 'project.applicantTypes': [type], 'project.specialTerms': [] },
        $unset: { 'project.certificateKind': '' },
      },
    );
  }
  await orders.updateMany({ formerContracts: { $exists: false } }, { $set: { formerContracts: [], unitCheck: null } });
}

/**
 * Contracts get what they say of the parties under a hash of their own. What was agreed to without it in an application that
 * is still with its applicant is read and signed anew: it names no unit. Sealed contracts of others stay as they are.
 */
export const unitAndPersonFirst: Migration = {
  id: '2026-11-29-unit-and-person-first',
  async up(connection: Connection) {
    const orders = connection.collection('orders');
    await nameApplicantTypes(orders, connection.collection('projects'));
    const open = { status: { $in: ['draft', 'returned'] } };
    for (const paper of UNIT_PAPERS) {
      const lacking = { ...open, applicantType: 'unit', 'project.attachments.kind': { $ne: paper.kind } };
      await orders.updateMany(lacking, { $push: { 'project.attachments': paper } as object });
    }
    const signedBefore = {
      ...open,
      'contract.state': { $ne: 'unread' },
      'contract.consent.detailsSha256': { $exists: false },
    };
    for await (const { _id, contract } of orders.find(signedBefore, { projection: { contract: 1 } })) {
      const isSealed = contract.fileId !== null;
      await orders.updateOne(
        { _id, ...signedBefore },
        {
          $set: { contract: UNREAD, signature: null },
          ...(isSealed && { $push: { formerContracts: contract } as object }),
          $inc: { revision: 1 },
        },
      );
    }
  },
};
