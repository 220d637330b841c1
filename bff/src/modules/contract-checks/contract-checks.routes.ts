import { endpoints } from '@acceptance/shared';
import type { BindEndpoint } from '../../http/bind-endpoint';
import { type ContractCheckDependencies, checkContractFile, findContractByCode } from './check-contracts';

export function bindContractChecksEndpoints(bind: BindEndpoint, dependencies: ContractCheckDependencies): void {
  bind(endpoints.contractChecks.checkFile, ({ file }) => checkContractFile(dependencies, file));
  bind(endpoints.contractChecks.findByCode, ({ body }) => findContractByCode(dependencies, body));
}
