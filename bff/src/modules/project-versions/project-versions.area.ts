import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import { handleJobs } from '../../jobs/job-handler';
import type { CertificateAuthority } from '../../ports/certificate-authority';
import type { ContractMaker } from '../../ports/contract-maker';
import type { TemplateTexts } from '../../ports/template-texts';
import { type OfferNeeds, offerNewest } from './offer-newest';
import { type ProjectVersionModel, projectVersionModel } from './project-version.model';
import { bindProjectVersionsEndpoints } from './project-versions.routes';
import { PROJECT_VERSION_JOBS } from './version-jobs';
import type { ProjectSurroundings } from './version-problems';

interface SurroundingsNeeds {
  readonly certificateAuthority: Pick<CertificateAuthority, 'abilities'>;
  readonly contractMaker: Pick<ContractMaker, 'missingCharacters'>;
  readonly templateTexts: TemplateTexts;
}

/** The newest version may have been published since: that one is offered then. */
async function offer(needs: OfferNeeds, ownerId: string): Promise<void> {
  const version = await needs.projectVersions.findOne({ _id: ownerId }, { projectId: 1 }).lean<{ projectId: string }>();
  if (version) {
    await offerNewest(needs, version.projectId);
  }
}

export const projectVersionsArea = {
  name: 'project-versions',
  models: (connection: Connection) => ({ projectVersions: projectVersionModel(connection) }),
  services: ({ certificateAuthority, contractMaker, templateTexts }: SurroundingsNeeds) => ({
    projectSurroundings: {
      algorithms: certificateAuthority.abilities.algorithms,
      templates: [templateTexts.builtIn.id],
      missingCharacters: (text) => contractMaker.missingCharacters(text),
    } satisfies ProjectSurroundings as ProjectSurroundings,
  }),
  bind: bindProjectVersionsEndpoints,
  queues: {
    projectVersion: ({ projectVersions }: { projectVersions: ProjectVersionModel }) => outboxStore(projectVersions),
  },
  jobs: [
    handleJobs(PROJECT_VERSION_JOBS, (needs: OfferNeeds) => ({
      offer: async ({ ownerId }) => {
        await offer(needs, ownerId);
      },
    })),
  ],
} satisfies AnyArea;
