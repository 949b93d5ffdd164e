import type { DonePair, OwnerOf } from '../merge/undo-pair.ts';
import type { IsNamed } from './index-naming.ts';

/** The pairs that a run has done: "source:target" → what it did. */
export type CarriedPairs = ReadonlyMap<string, DonePair>;

/** What is known of the run that an undo puts back. */
export interface Earlier {
  /** What stands of each pair that it did. */
  pairs: CarriedPairs;
  /** "source:target" of those that have been put back wholly, by an undo of this run or of one that it repeats. */
  undone: ReadonlySet<string>;
  /** Id of the run that carried in the first place: this one, or, of an undo, the one that is put back in the end. */
  root: string;
  /** Whether it is an undo itself, so that to put it back is to carry again. */
  isAgain: boolean;
  /** Who owns a record that its pairs are about. */
  ownerOf: OwnerOf;
  /** Whether others point at somebody, who then cannot go. */
  isNamed: IsNamed;
}
