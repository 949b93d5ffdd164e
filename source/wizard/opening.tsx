import { Box, Text, useInput } from 'ink';
import { type Look, LookContext } from './look.ts';
import { openingText } from './opening-text.ts';
import { Header } from './parts/header.tsx';
import { RuleLine } from './parts/rule-line.tsx';

interface OpeningProps {
  look: Look;
  width: number;
  location: string;
  onLeave: () => void;
}

/** What is on screen until the store has been read. It hears keys so that none is echoed there; Ctrl+C leaves. */
export function Opening({ look, width, location, onLeave }: OpeningProps) {
  useInput((input, key) => {
    if (key.ctrl && input === 'c') onLeave();
  });
  return (
    <LookContext.Provider value={look}>
      <Box flexDirection="column" width={width}>
        <Header left="handover  Start" right="opening" width={width} />
        <RuleLine width={width} />
        <Text> </Text>
        <Text wrap="truncate">{openingText(location)}</Text>
      </Box>
    </LookContext.Provider>
  );
}
