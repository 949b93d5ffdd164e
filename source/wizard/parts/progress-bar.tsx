import { Text } from 'ink';
import { numberText } from '../../model/number-text.ts';
import { fitText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from './fit-cells.ts';

export interface ProgressBarProps {
  done: number;
  total: number;
  /** Exact width in columns, the numbers included. */
  width: number;
}

/** "████░░░░  50 %  5 of 10". 100 % only when all is done; the numbers go before the bar does where it is narrow. */
export function ProgressBar({ done, total, width }: ProgressBarProps) {
  const look = useLook();
  const share = total === 0 ? 1 : Math.max(0, Math.min(1, done / total));
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  const whole = numberText(total);
  const count = `${numberText(done).padStart(whole.length)} of ${whole}`;
  const numbers = [`  ${percent}  ${count}`, ` ${percent}`, ''].find((text) => width - text.length >= 10) ?? '';
  const bar = Math.max(0, width - numbers.length);
  const full = Math.floor(bar * share);
  return (
    <Text wrap="truncate">
      <Text color={look.colours.accent}>{look.symbols.barFull.repeat(full)}</Text>
      <Text dimColor>{look.symbols.barEmpty.repeat(bar - full)}</Text>
      {fitText(numbers, Math.min(width, numbers.length), fitOptions(look))}
    </Text>
  );
}
