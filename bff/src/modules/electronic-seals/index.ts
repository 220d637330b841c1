export type { ElectronicSealModel, ElectronicSealRecord } from './electronic-seal.model';
export { presentSeal } from './electronic-seal.presenter';
