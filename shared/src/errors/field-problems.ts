import * as v from 'valibot';
import type { FieldProblem } from './api-error';

const MISSING = '请填写';

/** Valibot's issues as one problem per field, the first one found. Never echoes the value. */
export function fieldProblemsOf(issues: readonly v.BaseIssue<unknown>[]): FieldProblem[] {
  const byPath = new Map<string, string>();
  for (const issue of issues) {
    const path = v.getDotPath(issue) ?? '';
    // Valibot's own English texts quote what was received, which may be personal data.
    const message = /^Invalid /.test(issue.message)
      ? issue.input === undefined
        ? MISSING
        : '格式不正确'
      : issue.message;
    if (!byPath.has(path)) {
      byPath.set(path, message);
    }
  }
  return [...byPath].map(([path, message]) => ({ path, message }));
}
