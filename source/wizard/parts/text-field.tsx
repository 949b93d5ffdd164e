import { Text } from 'ink';
import stringWidth from 'string-width';
import { fitText, graphemes, visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import type { FieldState } from './edit-text.ts';
import { fitOptions } from './fit-cells.ts';

export interface TextFieldProps {
  field: FieldState;
  /** Exact width in columns. */
  width: number;
  isFocused?: boolean;
  placeholder?: string;
}

/** As many graphemes from the end of `text` as take at most `width` columns. */
function endOf(text: string, width: number): string {
  let kept = '';
  let room = width;
  for (const grapheme of graphemes(text).reverse()) {
    room -= stringWidth(grapheme);
    if (room < 0) break;
    kept = grapheme + kept;
  }
  return kept;
}

/** One line of text with its cursor, scrolled so that the cursor is in sight. A view of `editText`'s state. */
export function TextField({ field, width, isFocused = true, placeholder = '' }: TextFieldProps) {
  const look = useLook();
  if (field.value === '' && !isFocused) return <Text dimColor>{fitText(placeholder, width, fitOptions(look))}</Text>;
  if (!isFocused) return <Text>{fitText(field.value, width, fitOptions(look))}</Text>;

  const ascii = { ascii: look.ascii };
  const under = look.colour ? (graphemes(field.value.slice(field.cursor))[0] ?? '') : '';
  const cursor = look.colour ? visibleText(under, ascii) || ' ' : look.symbols.cursor;
  const room = Math.max(0, width - stringWidth(cursor));
  const before = endOf(visibleText(field.value.slice(0, field.cursor), ascii), room);
  const after = field.value === '' ? placeholder : field.value.slice(field.cursor + under.length);
  const behind = fitText(after, room - stringWidth(before), fitOptions(look));
  return (
    <Text wrap="truncate">
      {before}
      <Text inverse>{fitText(cursor, Math.min(width, stringWidth(cursor)), fitOptions(look))}</Text>
      <Text dimColor={field.value === ''}>{behind}</Text>
    </Text>
  );
}
