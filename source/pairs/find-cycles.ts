/** Anything that leads from one person to another. */
export interface Edge {
  source: number;
  target: number;
}

/**
 * The rings among `edges`, each in the order in which it runs and starting with its earliest edge. Where rings cross,
 * because somebody is source twice, one of them is enough. An edge from a person to themselves is a ring of one.
 */
export function findCycles<E extends Edge>(edges: readonly E[]): E[][] {
  const outgoing = Map.groupBy(edges, (edge) => edge.source);
  const order = new Map(edges.map((edge, index) => [edge, index]));
  const next = new Map<number, number>();
  const finished = new Set<number>();
  const ringed = new Set<number>();
  const rings: E[][] = [];

  for (const edge of edges) {
    // The way from the first person to where the search is, without recursion: a chain may be very long.
    const way: E[] = [];
    const placeOnWay = new Map<number, number>();
    let person: number | undefined = edge.source;
    while (person !== undefined) {
      if (!placeOnWay.has(person)) placeOnWay.set(person, way.length);
      const choices: E[] = finished.has(person) ? [] : (outgoing.get(person) ?? []);
      const index: number = next.get(person) ?? 0;
      const step: E | undefined = choices[index];
      if (step === undefined) {
        finished.add(person);
        placeOnWay.delete(person);
        person = way.pop()?.source;
        continue;
      }
      next.set(person, index + 1);
      const start = placeOnWay.get(step.target);
      if (start !== undefined) {
        if (ringed.has(person) || ringed.has(step.target)) continue;
        const ring = [...way.slice(start), step];
        for (const part of ring) ringed.add(part.source);
        rings.push(startEarliest(ring, order));
      } else if (!finished.has(step.target)) {
        way.push(step);
        person = step.target;
      }
    }
  }
  return rings;
}

function startEarliest<E extends Edge>(ring: readonly E[], order: ReadonlyMap<E, number>): E[] {
  const places = ring.map((edge) => order.get(edge) ?? 0);
  const start = places.indexOf(places.reduce((least, place) => Math.min(least, place)));
  return [...ring.slice(start), ...ring.slice(0, start)];
}
