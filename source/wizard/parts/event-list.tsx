import { Box, Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from './fit-cells.ts';

export interface EventLine {
  key: string | number;
  kind: 'good' | 'bad' | 'note';
  text: string;
}

/** The last events that fit, oldest first, each with its sign. */
export function EventList({ events, width, height }: { events: readonly EventLine[]; width: number; height: number }) {
  const look = useLook();
  const looks = {
    good: { sign: look.symbols.check, color: look.colours.good },
    bad: { sign: look.symbols.cross, color: look.colours.bad },
    note: { sign: look.symbols.dot, color: look.colours.accent },
  };
  return (
    <Box flexDirection="column" width={width} height={height}>
      {(height > 0 ? events.slice(-height) : []).map(({ key, kind, text }) => (
        <Text key={key} wrap="truncate">
          <Text color={looks[kind].color}>{looks[kind].sign}</Text>
          {fitText(` ${text}`, Math.max(0, width - 1), fitOptions(look))}
        </Text>
      ))}
    </Box>
  );
}
