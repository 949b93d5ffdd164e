import { Text } from 'ink';
import stringWidth from 'string-width';
import { visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';

export interface KeyHint {
  /** How the key is called: "Enter". */
  key: string;
  /** What it does: "choose". */
  label: string;
}

export interface KeyHintsProps {
  /** The most important first. */
  hints: readonly KeyHint[];
  width: number;
}

const BETWEEN = '   ';

/** As many of the first hints as fit whole into `width` columns; their texts are visible already. */
export function fitHints(hints: readonly KeyHint[], width: number): KeyHint[] {
  let room = width + BETWEEN.length;
  return hints.filter((hint) => {
    const columns = stringWidth(`${hint.key} ${hint.label}${BETWEEN}`);
    if (columns > room) {
      room = 0;
      return false;
    }
    room -= columns;
    return true;
  });
}

/** One line of keys and what they do; hints that do not fit whole are left out, from the end. */
export function KeyHints({ hints, width }: KeyHintsProps) {
  const look = useLook();
  const visible = hints.map(({ key, label }) => ({
    key: visibleText(key, { ascii: look.ascii }),
    label: visibleText(label, { ascii: look.ascii }),
  }));
  return (
    <Text wrap="truncate">
      {fitHints(visible, width).map(({ key, label }, index) => (
        <Text key={`${key} ${label}`}>
          {index > 0 ? BETWEEN : ''}
          <Text bold color={look.colours.accent}>
            {key}
          </Text>
          {` ${label}`}
        </Text>
      ))}
    </Text>
  );
}
