import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { TextLink } from '../../../../components/text-link';
import { reachesAgent } from '../../../../platform/ask-agent';
import { STAFF_ISSUING_TEXT as TEXT } from '../../texts-issuing';

/** What an authority with tools of its own does instead, folded away. Not in WeChat, where there are neither. */
export function ManualWay({ children }: { readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  if (!reachesAgent) {
    return null;
  }
  return (
    <View className="issuing-order__manual">
      <TextLink onTap={() => setOpen(!isOpen)}>{isOpen ? TEXT.manualHide : TEXT.manual}</TextLink>
      {isOpen && children}
    </View>
  );
}
