// Where a district's tile stands. A schema of directions and not a map: no boundary is drawn, for maps
// of China need an approval that this program does not have.

export interface Place {
  row: number;
  column: number;
  width?: number;
}

const CHANGZHOU: Record<string, Place> = {
  '320411': { row: 1, column: 2, width: 2 }, // Xinbei, on the river in the north
  '320413': { row: 2, column: 1 }, // Jintan, in the west
  '320404': { row: 2, column: 2 }, // Zhonglou and
  '320402': { row: 2, column: 3 }, // Tianning, the old town
  '320481': { row: 3, column: 1 }, // Liyang, in the south-west
  '320412': { row: 3, column: 2, width: 2 }, // Wujin, in the south
};

/** A place for each, or null for all where one is unknown: then they stand in a row, by code. */
export function placesOf(codes: string[]): Map<string, Place> | null {
  const places = new Map(codes.map((code) => [code, CHANGZHOU[code]]));
  return codes.length && [...places.values()].every(Boolean) ? (places as Map<string, Place>) : null;
}
