import { Box, Text } from 'ink';
import { useEffect } from 'react';
import { numberText } from '../../model/number-text.ts';
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
  /** Told the greatest offset that makes sense where `offset` is beyond it: whoever keeps it should come back. */
  onPastEnd?: (limit: number) => void;
}

/** Wrapped text in a window; where it is longer, the last line says which lines these are. */
export function ScrollText({ text, width, height, offset, showBreaks = true, onPastEnd }: ScrollTextProps) {
  const look = useLook();
  const lines = wrapText(text, width, { ascii: look.ascii, showBreaks });
  const isWhole = lines.length <= height;
  const room = isWhole ? height : Math.max(1, height - 1);
  const limit = Math.max(0, lines.length - room);
  const start = Math.min(offset, limit);
  useEffect(() => {
    if (offset > limit) onPastEnd?.(limit);
  }, [offset, limit, onPastEnd]);
  const shown = lines.slice(start, start + room).map((line, index) => ({ line, number: start + index + 1 }));
  const place = `lines ${numberText(start + 1)} to ${numberText(start + shown.length)} of ${numberText(lines.length)}`;
  return (
    <Box flexDirection="column" width={width} height={height}>
      {shown.map(({ line, number }) => (
        <Text key={number} wrap="truncate">
          {fitText(line, width, fitOptions(look))}
        </Text>
      ))}
      {isWhole || height < 2 ? null : <Text>{fitText(place, width, { ...fitOptions(look), align: 'right' })}</Text>}
    </Box>
  );
}
