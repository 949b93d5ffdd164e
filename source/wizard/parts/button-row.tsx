import { Text } from 'ink';
import stringWidth from 'string-width';
import { fitText, visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from './fit-cells.ts';

export interface ButtonRowProps {
  labels: readonly string[];
  /** Index of the button that Enter presses. */
  focus: number;
  width: number;
}

/** Buttons side by side; the one in focus stands in brackets behind the pointer. Narrow: only that one, with its place. */
export function ButtonRow({ labels, focus, width }: ButtonRowProps) {
  const look = useLook();
  const texts = labels.map((label, index) => {
    const text = visibleText(label, { ascii: look.ascii });
    return index === focus ? `${look.symbols.pointer} [ ${text} ]` : `    ${text}  `;
  });
  const line = texts.join('  ');
  if (stringWidth(line) > width) {
    const only = `${look.symbols.pointer} [ ${labels[focus] ?? ''} ] ${focus + 1}/${labels.length}`;
    return <Text bold>{fitText(only, width, fitOptions(look))}</Text>;
  }
  return (
    <Text wrap="truncate">
      {texts.map((text, index) => (
        <Text key={labels[index]} bold={index === focus} inverse={index === focus}>
          {index > 0 ? `  ${text}` : text}
        </Text>
      ))}
    </Text>
  );
}
