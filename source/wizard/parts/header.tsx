import { Text } from 'ink';
import stringWidth from 'string-width';
import { fitText, visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from './fit-cells.ts';

export interface HeaderProps {
  left: string;
  right: string;
  /** Exact width in columns. */
  width: number;
}

/** One line with a text at each end. Where both do not fit, the right one is cut to at most half, then the left one. */
export function Header({ left, right, width }: HeaderProps) {
  const look = useLook();
  const ascii = { ascii: look.ascii };
  const leftNeeds = stringWidth(visibleText(left, ascii));
  const rightNeeds = right === '' ? 0 : stringWidth(visibleText(right, ascii)) + 1;
  const rightWidth = Math.min(rightNeeds, Math.max(Math.floor(width / 2), width - leftNeeds));
  return (
    <Text wrap="truncate">
      <Text bold>{fitText(left, width - rightWidth, fitOptions(look))}</Text>
      {rightWidth < 2
        ? ' '.repeat(rightWidth)
        : ` ${fitText(right, rightWidth - 1, { ...fitOptions(look), align: 'right' })}`}
    </Text>
  );
}
