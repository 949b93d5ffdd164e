import type { HandoverError } from '../../errors.ts';
import type { StorePort } from '../../model/ports.ts';
import type { StoreFile } from '../../store/list-store-files.ts';
import type { StorePlace } from '../../store/store-place.ts';
import type { Context } from '../context.ts';

/** What one look at the store, the account or the machine has found. */
export interface HealthCheck {
  name: string;
  ok: boolean;
  /** How it stands, in a sentence or two. */
  message: string;
  /** What to do about it. */
  cure?: string;
}

/** What is looked at. */
export interface Examined {
  context: Context;
  /** Null where the store is not a folder. */
  place: StorePlace | null;
  /** Everything in the folder of the store. */
  files: readonly StoreFile[];
  /** The store, or why it cannot be opened. */
  opened: StorePort | HandoverError;
}

/** One look; null where there is nothing to look at. */
export type Look = (examined: Examined) => Promise<HealthCheck | null>;
