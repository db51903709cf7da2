/**
 * Does one thing after the other in each of several places, side by side.
 *
 * @param places - each holds one thing at a time
 * @param things - begun in this order
 */
export async function inPlaces<Place, Thing>(
  places: readonly Place[],
  things: readonly Thing[],
  work: (place: Place, thing: Thing) => Promise<void>,
): Promise<void> {
  const waiting = [...things];
  await Promise.all(
    places.map(async (place) => {
      for (let thing = waiting.shift(); thing !== undefined; thing = waiting.shift())
        await work(place, thing);
    }),
  );
}
