import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './form-field.scss';
import { COMPONENT_TEXT } from '../text/components';

export interface FormFieldProps {
  readonly label: string;
  /** Stays visible while typing: an example, why it is asked. */
  readonly hint?: string;
  /** Beside the field, from the check on leaving or from the server. */
  readonly error?: string | null;
  readonly optional?: boolean;
  readonly children: ReactNode;
}

/** A labelled field with its hint and error. */
export function FormField({ label, hint, error, optional = false, children }: FormFieldProps) {
  return (
    <View className={error ? 'form-field form-field--wrong' : 'form-field'}>
      <View className="form-field__head">
        <Text className="form-field__label">{label}</Text>
        {optional && <Text className="form-field__optional">{COMPONENT_TEXT.optional}</Text>}
      </View>
      {children}
      {error ? (
        <View className="form-field__error" role="alert">
          <Text>{error}</Text>
        </View>
      ) : (
        hint && <Text className="form-field__hint">{hint}</Text>
      )}
    </View>
  );
}
