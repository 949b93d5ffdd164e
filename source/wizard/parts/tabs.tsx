import { Text } from 'ink';
import stringWidth from 'string-width';
import { fitText, visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from './fit-cells.ts';
import { listWindow } from './list-window.ts';

export interface TabsProps {
  labels: readonly string[];
  active: number;
  width: number;
}

/** One line of tabs, the active one in brackets. Where not all fit, those around the active one. */
export function Tabs({ labels, active, width }: TabsProps) {
  const look = useLook();
  const texts = labels.map((label, index) => {
    const text = visibleText(label, { ascii: look.ascii });
    return index === active ? `[${text}]` : ` ${text} `;
  });
  const widthOf = (start: number, end: number) =>
    texts.slice(start, end).reduce((sum, text) => sum + stringWidth(text) + 1, -1) +
    (start > 0 ? 2 : 0) +
    (end < texts.length ? 2 : 0);
  let shown = { start: 0, end: texts.length };
  for (let room = texts.length; room > 0; room--) {
    shown = listWindow(texts.length, room, active, active - Math.floor(room / 2));
    if (widthOf(shown.start, shown.end) <= width) break;
  }
  const before = shown.start > 0 ? '< ' : '';
  const after = shown.end < texts.length ? ' >' : '';
  const line = before + texts.slice(shown.start, shown.end).join(' ') + after;
  if (stringWidth(line) > width) return <Text bold>{fitText(line, width, fitOptions(look))}</Text>;
  return (
    <Text wrap="truncate">
      {before}
      {texts.slice(shown.start, shown.end).map((text, offset) => {
        const index = shown.start + offset;
        const isActive = index === active;
        return (
          <Text key={index} bold={isActive} {...(isActive ? { color: look.colours.accent } : {})}>
            {offset > 0 ? ` ${text}` : text}
          </Text>
        );
      })}
      {after}
      {' '.repeat(width - stringWidth(line))}
    </Text>
  );
}
