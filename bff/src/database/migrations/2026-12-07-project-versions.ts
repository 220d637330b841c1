import type { Connection, mongo } from 'mongoose';
import { contentDigest } from '../../http/content-digest';
import type { Migration } from '../migration';

type Stored = mongo.WithId<mongo.Document> & { readonly _id: unknown };

const TEMPLATE = 'digital-certificate-service';
/** What the phone used for every project. */
const PHOTOS = { blurredBelow: 60, glareAbovePercent: 6, darkBelow: 50 };

const yuanOf = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const kindsYuan = (kindPricesFen: Record<string, number>) =>
  Object.fromEntries(Object.entries(kindPricesFen).map(([kind, fen]) => [kind, yuanOf(fen)]));

const priceOf = ({ paymentRequired, priceFen, kindPricesFen, paymentWays }: Stored) =>
  paymentRequired
    ? {
        yuan: yuanOf(priceFen),
        ...(kindPricesFen && { kindsYuan: kindsYuan(kindPricesFen) }),
        paymentWays: paymentWays ?? ['wechat'],
      }
    : null;

/** Both kinds were offered to whoever was offered any; a special one only a unit can use. */
const invoiceKindsOf = ({ invoiceOffered, paymentRequired, applicantTypes }: Stored): string[] =>
  invoiceOffered && paymentRequired ? ['general', ...(applicantTypes.includes('unit') ? ['special'] : [])] : [];

/** The project as a file acceptance-project/1. */
function fileOf(project: Stored) {
  const { profiles, algorithms, seal, renewalKey, renewalQuestions } = project.certificate;
  return {
    format: 'acceptance-project/1',
    id: project._id,
    name: project.name,
    summary: project.summary,
    applicantTypes: project.applicantTypes,
    orderNumberPrefix: project.orderNumberPrefix,
    position: project.position,
    certificate: {
      validityMonths: project.validityMonths,
      algorithms,
      profiles,
      ...(seal !== undefined && { seal }),
      ...(renewalKey && { renewalKey }),
      ...(renewalQuestions && { renewalQuestions }),
    },
    price: priceOf(project),
    invoiceKinds: invoiceKindsOf(project),
    delivery: { ways: project.deliveryWays, couriers: project.couriers },
    papers: project.attachments,
    contract: { template: TEMPLATE, specialTerms: project.specialTerms ?? [] },
    review: { workingDays: 1 },
    photos: PHOTOS,
  };
}

/** What a project says now is its first version. Done again, after an interruption, it finds what it has made. */
async function makeFirstVersion(connection: Connection, project: Stored): Promise<void> {
  const file = fileOf(project);
  const now = new Date();
  const publishedAs = `${String(project._id)}@1`;
  const first = {
    projectId: project._id,
    file,
    digest: contentDigest(file),
    revision: 0,
    savedBy: {},
    savedAt: now,
    number: 1,
    publishedBy: {},
    publishedAt: now,
    outbox: [],
  };
  await connection
    .collection('project_versions')
    .updateOne({ publishedAs }, { $setOnInsert: { publishedAs, ...first } }, { upsert: true });
  const { invoiceKinds } = file;
  await connection.collection<Stored>('projects').updateOne(
    { _id: project._id, version: { $exists: false } },
    {
      $set: {
        version: 1,
        invoiceKinds,
        invoiceOffered: invoiceKinds.length > 0,
        reviewWorkingDays: 1,
        photoAdvice: PHOTOS,
      },
    },
  );
}

/** One draft of a project at a time; of what is published each has a number of its own. */
export const projectVersions: Migration = {
  id: '2026-12-07-project-versions',
  async up(connection: Connection) {
    await connection.collection('project_versions').createIndexes([
      { key: { draftOf: 1 }, name: 'draftOf', unique: true, sparse: true },
      { key: { publishedAs: 1 }, name: 'publishedAs', unique: true, sparse: true },
      { key: { projectId: 1, number: -1 }, name: 'projectId_number' },
      { key: { 'outbox.availableAt': 1 }, name: 'outbox_availableAt' },
    ]);
    const projects = connection.collection<Stored>('projects');
    for await (const project of projects.find({ version: { $exists: false } })) {
      await makeFirstVersion(connection, project);
    }
  },
};
