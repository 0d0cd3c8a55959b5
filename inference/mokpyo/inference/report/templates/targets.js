// The report's targets as objects, and what can be asked of a set of them.

const TARGETS = DATA.targets.map((row) => {
  const target = Object.fromEntries(DATA.fields.map((field, at) => [field, row[at]]));
  target.statusName = DATA.statuses[target.status];
  return target;
});

const RATES = new Set(DATA.rates);
const nameOf = {
  center: (target) => DATA.centers[target.center] || words("no_center"),
  object: (target) => DATA.objects[target.object],
  unit: (target) => DATA.units[target.unit],
  region: (target) => DATA.regions[target.region],
  article: (target) => DATA.articles[target.article][1] || DATA.articles[target.article][0],
};
const isLate = (target, day) => Boolean(day && target.by && target.by < day && target.statusName !== "achieved");

/** The evidence in three parts: before the number, the number, after it. */
function evidenceParts(target) {
  const passage = DATA.passages[target.passage];
  const end = target.before + target.number;
  return [passage.slice(0, target.before), passage.slice(target.before, end), passage.slice(end)];
}

/** Sums by centre and unit, on request by object too; repeats are left out, rates never added. Most targets first. */
function sumTargets(targets, byObject) {
  const sums = new Map();
  for (const target of targets) {
    if (target.repeat) continue;
    const key = `${target.center} ${target.unit} ${byObject ? target.object : ""}`;
    if (!sums.has(key)) sums.set(key, newSum(target));
    const sum = sums.get(key);
    sum.count += 1;
    sum[target.statusName].count += 1;
    if (target.value === null) sum.added = false;
    else sum[target.statusName].value += target.value;
  }
  return [...sums.values()].sort((left, right) => right.count - left.count);
}

function newSum(target) {
  const parts = Object.fromEntries(DATA.statuses.map((status) => [status, { count: 0, value: 0 }]));
  return { target, count: 0, added: !RATES.has(nameOf.unit(target)), ...parts };
}

/** A list with only its first `most` items built; a button builds as many again. */
function growingList(box, items, most, build) {
  let shown = 0;
  const more = make("button", { type: "button", class: "more", click: grow });
  function grow() {
    more.before(...items.slice(shown, shown + most).map(build));
    shown = Math.min(items.length, shown + most);
    more.textContent = words("more", { count: (items.length - shown).toLocaleString(LANGUAGE) });
    more.hidden = shown === items.length;
  }
  box.replaceChildren(more);
  grow();
}
