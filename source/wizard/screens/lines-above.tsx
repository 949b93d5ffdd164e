import { Text } from 'ink';

interface LinesAboveProps {
  /** Each fits the width. */
  lines: readonly string[];
  /** Lines that what stands below takes; it comes first where there is not room for both. */
  below: number;
  /** Lines of both together. */
  height: number;
  bold?: boolean;
}

/** As many lines as fit above something, and an empty one between where there is room for that, too. */
export function LinesAbove({ lines, below, height, bold = false }: LinesAboveProps) {
  const shown = lines.slice(0, Math.max(0, height - below));
  const hasGap = shown.length > 0 && shown.length + below < height;
  return (
    <>
      {shown.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index} bold={bold}>
          {line}
        </Text>
      ))}
      {hasGap ? <Text> </Text> : null}
    </>
  );
}
