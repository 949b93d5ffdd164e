import { Text } from 'ink';

interface SignedTextProps {
  /** Begins with `sign`, or without one. */
  text: string;
  sign: string;
  color: string;
  bold?: boolean;
}

/** One line whose sign is coloured. What is read is in the terminal's own ink, legible on every ground. */
export function SignedText({ text, sign, color, bold = false }: SignedTextProps) {
  const length = text.startsWith(sign) ? sign.length : 0;
  return (
    <Text bold={bold}>
      {length === 0 ? null : <Text color={color}>{sign}</Text>}
      {text.slice(length)}
    </Text>
  );
}
