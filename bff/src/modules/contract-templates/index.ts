export type { CurrentTemplate, CurrentTemplateNeeds } from './current-template';
export { makeProjectSample, type SampleNeeds } from './make-sample';
