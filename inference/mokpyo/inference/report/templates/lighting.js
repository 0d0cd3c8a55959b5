// A target and what it rests on light each other: quantity, deadline, mentions of its centre, evidence.

/** Wires one `.article-view`; gives `light(target index)`, which pins a target as if it were clicked. */
function wireLighting(view) {
  const rows = new Map();
  const rowsOf = new Map();
  const marksOf = new Map();
  for (const row of view.querySelectorAll("[data-lights]")) {
    const keys = row.dataset.lights.split(" ");
    rows.set(row, keys);
    for (const key of keys) append(rowsOf, key, row);
  }
  for (const mark of view.querySelectorAll("[data-keys]")) {
    for (const key of mark.dataset.keys.split(" ")) append(marksOf, key, mark);
  }
  let lit = [];
  let pinned = null;

  function show(element) {
    for (const [old, name] of lit) old.classList.remove(name);
    lit = [];
    if (element === null) return;
    for (const row of rowsFor(element)) {
      add(row, "lit");
      for (const key of rows.get(row)) {
        for (const mark of marksOf.get(key) ?? []) add(mark, key[0] === "e" ? "lit-evidence" : "lit");
      }
    }
    if (element.dataset.keys && !element.classList.contains("evidence")) add(element, "lit");
  }

  function add(element, name) {
    element.classList.add(name);
    lit.push([element, name]);
  }

  function rowsFor(element) {
    if (rows.has(element)) return [element];
    // A number lights its own target only, although it stands in the evidence of others and may name a centre too.
    const keys = element.dataset.keys.split(" ");
    const own = keys.filter((key) => key[0] === "q");
    return new Set((own.length ? own : keys).flatMap((key) => rowsOf.get(key) ?? []));
  }

  const subject = (event) => event.target.closest("[data-lights], [data-keys]");
  view.addEventListener("pointerover", (event) => show(subject(event) ?? pinned));
  view.addEventListener("pointerleave", () => show(pinned));
  view.addEventListener("focusin", (event) => show(subject(event) ?? pinned));
  view.addEventListener("focusout", () => show(pinned));
  view.addEventListener("click", (event) => {
    pinned = subject(event);
    show(pinned);
    const link = pinned?.matches("[data-lights]") && !event.target.closest("a") && pinned.querySelector("td a");
    if (link) reveal(link);
  });

  function reveal(link) {
    const place = document.getElementById(link.getAttribute("href").slice(1));
    place?.scrollIntoView({ block: "center", behavior: "auto" });
  }

  return function light(target) {
    pinned = view.querySelector(`[data-target="${Number(target)}"]`);
    show(pinned);
    if (pinned) reveal(pinned.querySelector("td a"));
  };
}

function append(map, key, value) {
  if (map.has(key)) map.get(key).push(value);
  else map.set(key, [value]);
}
