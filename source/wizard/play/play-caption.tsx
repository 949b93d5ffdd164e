import { Box, Text, useWindowSize } from 'ink';
import { useSyncExternalStore } from 'react';
import { fitText, wrapText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Header } from '../parts/header.tsx';
import { RuleLine } from '../parts/rule-line.tsx';
import type { PlayControls } from './play-controls.ts';

const CAPTION_LINES = 2;

/** Lines that the caption takes. */
export const PLAY_LINES = CAPTION_LINES + 2;

/** Under a wizard that is played: what is being done, the key that is pressed, and the keys of the spectator. */
export function PlayCaption({ controls }: { controls: PlayControls }) {
  const look = useLook();
  const { columns: width } = useWindowSize();
  const { caption, key, isPaused } = useSyncExternalStore(controls.watch, controls.line);
  const lines = [...wrapText(caption, width, look), '', ''].slice(0, CAPTION_LINES);
  const own = `Space ${isPaused ? 'go on' : 'pause'}   → next   q end`;
  return (
    <Box flexDirection="column" width={width}>
      <RuleLine width={width} title={isPaused ? 'Demonstration, held' : 'Demonstration'} />
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index}>{fitText(line, width, fitOptions(look))}</Text>
      ))}
      <Header left={key === '' ? '' : `Key: ${key}`} right={own} width={width} />
    </Box>
  );
}
