export type { FaceCheckModel, FaceCheckRecord } from './face-check.model';
