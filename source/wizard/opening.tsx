import { Box, Text } from 'ink';
import { type Look, LookContext } from './look.ts';
import { Header } from './parts/header.tsx';
import { RuleLine } from './parts/rule-line.tsx';

/** What is on screen until the store has been read. */
export function Opening({ look, width, location }: { look: Look; width: number; location: string }) {
  return (
    <LookContext.Provider value={look}>
      <Box flexDirection="column" width={width}>
        <Header left="handover  Start" right="opening" width={width} />
        <RuleLine width={width} />
        <Text> </Text>
        <Text wrap="truncate">{`Opening the store ${location} …`}</Text>
      </Box>
    </LookContext.Provider>
  );
}
