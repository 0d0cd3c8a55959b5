// The form over the table: which targets are shown.

const FILTERED = ["center", "region", "status", "unit"];
const field = (name) => document.getElementById(`filter-${name}`);

/** Fills the choices and calls `onChange(targets)` whenever another set is to be shown. */
function wireFilters(onChange) {
  for (const name of FILTERED) fillChoices(name);
  const form = document.getElementById("filters");
  const apply = () => onChange(filterTargets());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  form.addEventListener("change", apply);
  field("text").addEventListener("input", afterQuiet(120, apply));
  apply();
  return apply;
}

function fillChoices(name) {
  const counts = new Map();
  for (const target of TARGETS) counts.set(target[name], (counts.get(target[name]) ?? 0) + 1);
  const label = (place) => (name === "status" ? words("status." + DATA.statuses[place]) : choiceName(name, place));
  const choices = [...counts].sort((left, right) => right[1] - left[1]);
  field(name).replaceChildren(
    make("option", { value: "" }, words("all")),
    ...choices.map(([place, count]) => make("option", { value: place }, `${shortened(label(place), 40)} (${count.toLocaleString(LANGUAGE)})`)),
  );
}

const choiceName = (name, place) => DATA[name + "s"][place] || words(name === "center" ? "no_center" : "none");

function filterTargets() {
  const wanted = FILTERED.filter((name) => field(name).value !== "").map((name) => [name, Number(field(name).value)]);
  const [from, to, day] = [field("from").value, field("to").value, document.getElementById("overdue").value];
  const text = field("text").value.trim().toLocaleLowerCase(LANGUAGE).split(/\s+/).filter(Boolean);
  const [late, doubts, firstOnly] = [field("overdue").checked, field("doubts").checked, field("repeats").checked];
  return TARGETS.filter((target) =>
    wanted.every(([name, place]) => target[name] === place) &&
    (!from || (target.by && target.by >= from)) && (!to || (target.by && target.by <= to)) &&
    (!late || isLate(target, day)) && (!doubts || target.doubts.length) && (!firstOnly || !target.repeat) &&
    (!text.length || text.every((word) => searchText(target).includes(word))));
}

function searchText(target) {
  target.search ??= [
    DATA.centers[target.center], nameOf.object(target), target.quantity, target.written, target.deadline, nameOf.region(target),
    ...DATA.articles[target.article].slice(0, 2), DATA.passages[target.passage],
  ].join("\n").toLocaleLowerCase(LANGUAGE);
  return target.search;
}
