import { Box, Text, useInput } from 'ink';
import SelectInput from 'ink-select-input';
import { useRef, useState } from 'react';
import stringWidth from 'string-width';
import { numberText } from '../../model/number-text.ts';
import { fitText, visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from './fit-cells.ts';
import { SignedText } from './signed-text.tsx';

export interface MenuItem<Value extends string> {
  value: Value;
  label: string;
  /** What it does, beside the label. */
  detail?: string;
  /** Why it cannot be chosen at the moment; it is then shown dimmed, with this beside it. */
  disabled?: string;
  /** The same in a word or two, where it is better to say what the item does beside it. */
  disabledBriefly?: string;
}

export interface MenuProps<Value extends string> {
  items: readonly MenuItem<Value>[];
  width: number;
  /** Most lines that it may take; the last of them tells why an item cannot be chosen. */
  height: number;
  initialValue?: Value;
  isFocused?: boolean;
  onSelect: (value: Value) => void;
  onHighlight?: (value: Value) => void;
}

interface RowProps {
  isSelected?: boolean;
  label: string;
  isDisabled?: boolean;
}

function MenuPointer({ isSelected = false }: { isSelected?: boolean }) {
  const look = useLook();
  return <Text color={look.colours.accent}>{isSelected ? `${look.symbols.pointer} ` : '  '}</Text>;
}

function MenuRow({ isSelected = false, label, isDisabled = false }: RowProps) {
  const look = useLook();
  return (
    <Text wrap="truncate" bold={isSelected} {...(isSelected && !isDisabled ? { color: look.colours.accent } : {})}>
      {label}
    </Text>
  );
}

/** Rendered before the list, so that it hears each key first: the list would take a digit for a choice. */
function EnterWatch({ isActive, onKey }: { isActive: boolean; onKey: (isEnter: boolean) => void }) {
  useInput((_input, key) => onKey(key.return), { isActive });
  return null;
}

/** What stands beside the label: "(read-only) Follow the run", or just why it cannot be chosen. */
function detailOf({ detail, disabled, disabledBriefly }: MenuItem<string>): string | undefined {
  if (disabled === undefined) return detail;
  return disabledBriefly === undefined ? disabled : `(${disabledBriefly}) ${detail ?? ''}`;
}

/** A choice of a few with arrows and Enter. It has its own useInput: show one at a time. */
export function Menu<Value extends string>(props: MenuProps<Value>) {
  const { items, width, height, initialValue, isFocused = true, onSelect, onHighlight } = props;
  const look = useLook();
  const isEnter = useRef(false);
  const [refused, setRefused] = useState<string | null>(null);
  const room = Math.max(1, width - 2);
  const labelWidth = Math.min(
    Math.max(0, ...items.map((item) => stringWidth(visibleText(item.label, { ascii: look.ascii })))),
    Math.ceil(room / 2),
  );
  const rows = items.map((item) => {
    const detail = detailOf(item);
    const label =
      detail === undefined
        ? fitText(item.label, room, fitOptions(look))
        : fitText(`${fitText(item.label, labelWidth, fitOptions(look))}  ${detail}`, room, fitOptions(look));
    return { key: item.value, value: item.value, label, isDisabled: item.disabled !== undefined };
  });
  const limit = Math.max(1, height - 1);
  const more =
    items.length > limit ? `  ${numberText(limit)} of ${numberText(items.length)} choices: ↑↓ shows the others` : '';
  const find = (value: Value | undefined) => items.find((item) => item.value === value);
  return (
    <Box flexDirection="column" width={width}>
      <EnterWatch
        isActive={isFocused}
        onKey={(isReturn) => {
          isEnter.current = isReturn;
          setRefused(null);
        }}
      />
      <SelectInput
        items={rows}
        isFocused={isFocused}
        initialIndex={Math.max(
          0,
          items.findIndex((item) => item.value === initialValue),
        )}
        limit={limit}
        indicatorComponent={MenuPointer}
        itemComponent={MenuRow}
        // After the list has changed under it, the list may hand over nothing at all.
        onSelect={(row: { value: Value } | undefined) => {
          const item = find(row?.value);
          if (item === undefined || !isEnter.current) return;
          if (item.disabled !== undefined) setRefused(item.disabled);
          else onSelect(item.value);
        }}
        onHighlight={(row: { value: Value } | undefined) => {
          const item = find(row?.value);
          if (item !== undefined) onHighlight?.(item.value);
        }}
      />
      <SignedText
        text={fitText(refused === null ? more : `${look.symbols.warning} ${refused}`, width, fitOptions(look))}
        sign={look.symbols.warning}
        color={look.colours.warn}
      />
    </Box>
  );
}
