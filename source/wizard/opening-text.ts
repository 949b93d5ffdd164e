/** What is told while the store is being read. @param location its folder or URL */
export function openingText(location: string): string {
  return `Opening the store ${location} …`;
}
