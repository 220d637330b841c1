import {
  type ColumnRole,
  endpoints,
  type StatementImport,
  type StatementPreview,
  wrongColumn,
} from '@acceptance/shared';
import { useEffect, useRef, useState } from 'react';
import { call } from '../../../../api/client';
import { uploadFile } from '../../../../api/upload';
import { say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import type { ChosenFile } from '../../platform/chosen-file';
import { forgetFile } from '../../platform/forget-file';
import { STAFF_STATEMENT_TEXT as TEXT } from '../../texts-statement';
import { guessRoles } from '../../transfers/guess-roles';

const { statementLayouts, transferDesk } = endpoints;

const forget = (chosen: ChosenFile | null): void => {
  if (chosen) {
    forgetFile(chosen.path);
  }
};

/** The chosen file, kept until it is imported or another is chosen: it names everybody who paid. */
function useKeptFile() {
  const file = useRef<ChosenFile | null>(null);
  const keep = (chosen: ChosenFile | null) => {
    forget(file.current);
    file.current = chosen;
  };
  useEffect(() => () => forget(file.current), []);
  return { file, keep };
}

/** The statement of a bank that the system does not know: what its columns are is told once, then kept. */
export function useOtherBank(onTaken: (result: StatementImport) => void) {
  const { file, keep } = useKeptFile();
  const [preview, setPreview] = useState<StatementPreview | null>(null);
  const [headingLine, setHeadingLine] = useState<number | null>(null);
  const [roles, setRoles] = useState<readonly ColumnRole[]>([]);
  const [lacking, setLacking] = useState<ColumnRole | null>(null);
  const needsWord = roles.includes('direction');
  const form = useFields({
    name: (typed) => (typed.trim() ? null : TEXT.nameMissing),
    incomeWord: (typed) => (typed.trim() || !needsWord ? null : TEXT.incomeWordMissing),
  });
  const headings = preview?.rows.find(({ line }) => line === headingLine)?.cells ?? [];

  const clear = () => {
    keep(null);
    setPreview(null);
    setHeadingLine(null);
    form.clear();
  };
  const chooseHeading = (line: number) => {
    setHeadingLine(line);
    setLacking(null);
    setRoles(guessRoles(preview?.rows.find((row) => row.line === line)?.cells ?? []));
  };
  const setRole = (index: number, role: ColumnRole) => {
    setLacking(null);
    setRoles((before) => before.map((one, at) => (at === index ? role : one)));
  };
  /** The kept columns once more, to be corrected. */
  const correct = () => {
    const layout = preview?.layout;
    const row = preview?.rows.find(({ line }) => line === preview.headingLine);
    if (layout && row) {
      setHeadingLine(row.line);
      setRoles(row.cells.map((_cell, index) => layout.roles[index] ?? 'none'));
      form.change('name', layout.name);
      form.change('incomeWord', layout.incomeWord ?? '');
    }
  };

  const look = useAction(async (chosen: ChosenFile) => {
    clear();
    keep(chosen);
    setPreview(await uploadFile(statementLayouts.previewStatement, { body: {} }, chosen));
  });
  const take = async (): Promise<void> => {
    if (file.current) {
      onTaken(await uploadFile(transferDesk.importStatement, { body: { bank: 'other' } }, file.current));
      clear();
    }
  };
  const importKept = useAction(take);
  const saveAndImport = useAction(async () => {
    const wrong = wrongColumn(roles);
    setLacking(wrong);
    if (!form.pass('name', 'incomeWord') || wrong) {
      return;
    }
    const { name, incomeWord } = form.values;
    const body = { name, headings: [...headings], roles: [...roles], ...(needsWord && { incomeWord }) };
    await call(statementLayouts.saveLayout, { body });
    await take();
  });
  const remove = useAction(async () => {
    if (preview?.layout) {
      await call(statementLayouts.deleteLayout, { params: { layoutId: preview.layout.id } });
      setPreview({ ...preview, layout: null });
      setHeadingLine(null);
      say(TEXT.deleted);
    }
  });
  return {
    preview,
    headingLine,
    headings,
    roles,
    lacking,
    needsWord,
    form,
    clear,
    chooseHeading,
    setRole,
    correct,
    look,
    importKept,
    saveAndImport,
    remove,
  };
}
export type OtherBank = ReturnType<typeof useOtherBank>;
