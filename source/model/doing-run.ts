/** What the writer of a run says that it does (`Holder.doing`): by this others know which run is at work. */
export function doingRun(run: string): string {
  return `run ${run}`;
}
