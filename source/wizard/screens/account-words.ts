import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { AccountCounts } from '../../transfer/undone-text.ts';

/** "2 people become INACTIVE, 1 person becomes active again": what an import, or its undo, does to accounts; '' where nothing. */
export function accountsSentence({ deactivated, reactivated }: AccountCounts): string {
  const who = (count: number) => `${countOf(count, 'person', 'people')} become${count === 1 ? 's' : ''}`;
  return [
    ...(deactivated > 0 ? [`${who(deactivated)} INACTIVE`] : []),
    ...(reactivated > 0 ? [`${who(reactivated)} active again`] : []),
  ].join(', ');
}

/** The same, short, each for itself: "2 INACTIVE", "1 active again". */
export function accountsShort({ deactivated, reactivated }: AccountCounts): string[] {
  return [
    ...(deactivated > 0 ? [`${numberText(deactivated)} INACTIVE`] : []),
    ...(reactivated > 0 ? [`${numberText(reactivated)} active again`] : []),
  ];
}
