import { Text } from 'ink';
import stringWidth from 'string-width';
import { fitText, visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from './fit-cells.ts';

/** A horizontal line of exactly `width` columns, with a title set into it if there is one. */
export function RuleLine({ width, title = '' }: { width: number; title?: string }) {
  const look = useLook();
  const { rule } = look.symbols;
  if (title === '' || width < 6) return <Text dimColor>{rule.repeat(Math.max(0, width))}</Text>;
  const needs = stringWidth(visibleText(title, { ascii: look.ascii }));
  const shown = fitText(title, Math.min(needs, width - 4), fitOptions(look));
  return (
    <Text wrap="truncate">
      <Text dimColor>{rule} </Text>
      <Text bold>{shown}</Text>
      <Text dimColor> {rule.repeat(Math.max(0, width - 3 - stringWidth(shown)))}</Text>
    </Text>
  );
}
