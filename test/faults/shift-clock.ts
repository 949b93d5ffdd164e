/** From now on this process believes that it is `milliseconds` later; earlier, where that is less than 0. */
export function shiftClock(milliseconds: number): void {
  const TrueDate = Date;
  globalThis.Date = class extends TrueDate {
    static override now(): number {
      return TrueDate.now() + milliseconds;
    }

    constructor(...given: ConstructorParameters<DateConstructor> | []) {
      super(given.length === 0 ? TrueDate.now() + milliseconds : given[0]);
    }
  } as DateConstructor;
}
