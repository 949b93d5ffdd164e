import { Box, Text } from 'ink';
import { fitText, wrapText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from './fit-cells.ts';

export interface ScrollTextProps {
  text: string;
  width: number;
  height: number;
  /** First line to show; bounded to what there is. */
  offset: number;
  /** Whether line breaks are marked `↵`: true for what comes from data, false for our own prose. */
  showBreaks?: boolean;
}

/** How far `text` can be scrolled: the greatest offset worth asking for. The last line is kept for the place. */
export function scrollLimit(text: string, width: number, height: number, showBreaks = true): number {
  const lines = wrapText(text, width, { showBreaks }).length;
  return lines <= height ? 0 : lines - Math.max(1, height - 1);
}

/** Wrapped text in a window; where it is longer, the last line says which lines these are. */
export function ScrollText({ text, width, height, offset, showBreaks = true }: ScrollTextProps) {
  const look = useLook();
  const lines = wrapText(text, width, { ascii: look.ascii, showBreaks });
  const isWhole = lines.length <= height;
  const room = isWhole ? height : Math.max(1, height - 1);
  const start = Math.max(0, Math.min(offset, lines.length - room));
  const shown = lines.slice(start, start + room).map((line, index) => ({ line, number: start + index + 1 }));
  const place = `lines ${start + 1} to ${start + shown.length} of ${lines.length}`;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {shown.map(({ line, number }) => (
        <Text key={number} wrap="truncate">
          {fitText(line, width, fitOptions(look))}
        </Text>
      ))}
      {isWhole || height < 2 ? null : (
        <Text dimColor>{fitText(place, width, { ...fitOptions(look), align: 'right' })}</Text>
      )}
    </Box>
  );
}
