import type { Connection } from 'mongoose';
import type { AnyArea } from '../../area/define-area';
import { outboxStore } from '../../database/outbox-store';
import { type ContractTemplateModel, contractTemplateModel } from './contract-template.model';
import { bindContractTemplatesEndpoints } from './contract-templates.routes';
import { type CurrentTemplateNeeds, createCurrentTemplate } from './current-template';

export const contractTemplatesArea = {
  name: 'contract-templates',
  models: (connection: Connection) => ({ contractTemplates: contractTemplateModel(connection) }),
  services: (needs: CurrentTemplateNeeds) => createCurrentTemplate(needs),
  bind: bindContractTemplatesEndpoints,
  queues: {
    contractTemplate: ({ contractTemplates }: { contractTemplates: ContractTemplateModel }) =>
      outboxStore(contractTemplates),
  },
} satisfies AnyArea;
