/** One error: its HTTP status, what happened, and what to do next. `{name}` is filled from the error's details. */
export interface ErrorDefinition {
  readonly status: number;
  readonly message: string;
  readonly next: string;
}

export const define = (status: number, message: string, next: string): ErrorDefinition => ({ status, message, next });
