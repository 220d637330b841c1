import type { ErrorDefinition } from '../../errors/error-catalogue';

export type ErrorText = Pick<ErrorDefinition, 'message' | 'next'>;

export const text = (message: string, next: string): ErrorText => ({ message, next });
