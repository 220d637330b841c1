import { PrimaryButton } from '../../../components/primary-button';
import { TextField } from '../../../components/text-field';
import type { useSearch } from './use-search';

interface SearchFieldProps extends Pick<ReturnType<typeof useSearch>, 'typed' | 'setTyped' | 'find'> {
  readonly text: { readonly search: string; readonly searchHint: string; readonly find: string };
  readonly maxLength: number;
}

/** Above a list: looks for one thing by its whole number. */
export const SearchField = ({ typed, setTyped, find, text, maxLength }: SearchFieldProps) => (
  <TextField
    label={text.search}
    hint={text.searchHint}
    maxLength={maxLength}
    value={typed}
    onChange={setTyped}
    onConfirm={find}
    after={
      <PrimaryButton small kind="plain" onTap={find}>
        {text.find}
      </PrimaryButton>
    }
  />
);
