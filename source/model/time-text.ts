/** "2026-03-02 09:15:20 UTC". */
export function timeText(iso: string): string {
  return `${iso.slice(0, 19).replace('T', ' ')} UTC`;
}
