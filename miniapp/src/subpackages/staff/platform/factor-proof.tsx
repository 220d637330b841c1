export * from './factor-proof.h5';
