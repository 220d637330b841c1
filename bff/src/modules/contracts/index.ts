export { bindContractsEndpoints, type ContractDependencies } from './contracts.routes';
export { readContractPdf } from './read-contract';
export { type SealContractDependencies, sealContract } from './seal-contract';
export { SEAL_CONTRACT_JOB } from './sign-contract';
