import { Textarea, View } from '@tarojs/components';
import { FormField, type FormFieldProps } from '../../../components/form-field';
import { useTypedText } from '../../../components/use-typed-text';
import { ABOVE_KEYBOARD } from '../../../platform/input-keyboard';
import './text-area.scss';

interface TextAreaProps extends Pick<FormFieldProps, 'hint' | 'error'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const [FEWEST, MOST] = [2, 16];
/** Han characters in a line on a narrow phone; a guess, for the rest scrolls. */
const IN_A_LINE = 16;

const whole = (typed: string) => ({ value: typed, isCut: false });

/** Lines that a text takes, so that most of it is seen without scrolling inside the field. */
const linesOf = (text: string): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / IN_A_LINE)), 0);

/** Several lines of typed text with label, hint and error. */
export function TextArea({ label, value, onChange, hint, error }: TextAreaProps) {
  const typed = useTypedText({ value, onChange, read: whole });
  const lines = Math.min(MOST, Math.max(FEWEST, linesOf(value)));
  return (
    <FormField label={label} hint={hint} error={error}>
      <View className={error ? 'text-area text-area--wrong' : 'text-area'}>
        <Textarea
          className="text-area__field"
          style={{ height: `${lines * 1.6}em` }}
          {...typed}
          {...ABOVE_KEYBOARD}
          maxlength={-1}
          ariaLabel={label}
          nativeProps={{ 'aria-label': label }}
        />
      </View>
    </FormField>
  );
}
