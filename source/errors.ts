/** Exit statuses of the command line, by the kind of what went wrong; `unheard` is that of a broken pipe. */
export const EXIT = {
  done: 0,
  unexpected: 1,
  usage: 2,
  'partly-failed': 3,
  problems: 4,
  stale: 5,
  held: 6,
  'not-permitted': 7,
  interrupted: 130,
  unheard: 141,
} as const;

/** Codes of what is ours and is not as it was written. Such a store or log has problems, whoever comes upon them. */
const DAMAGE: ReadonlySet<string> = new Set(['damaged-audit', 'damaged-journal', 'damaged-store', 'missing-journal']);

export type ErrorKind = Exclude<keyof typeof EXIT, 'done' | 'unheard'>;

/**
 * The one error family. `message` is a sentence that says what is wrong and where; `hint` says what to do next.
 * `code` is stable and meant for programs; `kind` decides the exit status, unless `code` tells of damage.
 */
export class HandoverError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly hint: string;

  constructor(kind: ErrorKind, code: string, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'HandoverError';
    this.kind = kind;
    this.code = code;
    this.hint = hint;
  }

  /** The bundled file holds this room twice, for its head and its body: an error of either is one. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'HandoverError';
  }

  get exitStatus(): number {
    return DAMAGE.has(this.code) ? EXIT.problems : EXIT[this.kind];
  }
}

/** Whether `error` is a system error with one of these codes (ENOENT, EACCES …). */
export function hasSystemCode(error: unknown, ...codes: string[]): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** The sentence of any thrown value, for a screen or a log. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
