// Towns from the server while the person types. Answers that come too late are dropped.

const PAUSE_MS = 200;

/** Asks for towns once typing pauses; `done` gets the list. */
export function searchPlaces(ui, query, done) {
  clearTimeout(ui.timer);
  const turn = (ui.turn ?? 0) + 1;
  ui.turn = turn;
  if (!query.trim()) {
    done([]);
    return;
  }
  ui.timer = setTimeout(async () => {
    let places = [];
    try {
      const answer = await fetch(`/places?q=${encodeURIComponent(query)}`);
      places = (await answer.json()).places;
    } catch {
      // No towns then; the list says that there are none.
    }
    if (ui.turn === turn) done(places);
  }, PAUSE_MS);
}
