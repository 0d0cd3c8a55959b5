// Deadlines of many targets: a stacked bar for each month, quarter, year or more, those overdue apart.

const STEPS = [1, 3, 12, 60, 120, 600, 1200];
const MOST_BARS = 60;
const monthOf = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Bars over `targets`; `onSelect(first day, last day)` is called for the one that is chosen. */
function drawHistogram(box, targets, overdue, onSelect) {
  const dated = targets.filter((target) => target.by);
  const count = targets.length - dated.length;
  box.replaceChildren();
  if (!dated.length) {
    box.append(make("p", { class: "note" }, words("timeline_none")));
    return;
  }
  const bins = binTargets(dated, overdue);
  const width = Math.max(340, Math.min(1400, box.clientWidth));
  const most = Math.max(...bins.map((bin) => bin.total));
  const slot = (width - 50) / bins.length;
  const svg = makeSvg("svg", { width, height: 190, viewBox: `0 0 ${width} 190`, role: "group", "aria-label": words("timeline") });
  svg.append(...[0, 0.5, 1].flatMap((share) => gridLine(Math.round(most * share), 150 - 130 * (Math.round(most * share) / most), width)));
  svg.append(hatch());
  const every = Math.ceil(bins.length / Math.max(2, Math.floor((width - 50) / 78)));
  bins.forEach((bin, at) => {
    const x = 44 + at * slot;
    if (bin.total) svg.append(bar(bin, x, slot, most, onSelect));
    const middle = x + slot / 2;
    const place = middle > width - 40 ? { x: width - 2, "text-anchor": "end" } : { x: middle, "text-anchor": "middle" };
    if (at % every === 0) svg.append(makeSvg("text", { ...place, y: 168, class: "axis-name" }, binName(bin)));
  });
  box.append(svg, statusLegend(Boolean(overdue)));
  if (count) box.append(make("p", { class: "note" }, words("timeline_note", { count: count.toLocaleString(LANGUAGE) })));
}

function binTargets(dated, overdue) {
  const months = dated.map((target) => monthOf(target.by));
  const least = months.reduce((left, right) => Math.min(left, right));
  const most = months.reduce((left, right) => Math.max(left, right));
  const step = STEPS.find((months) => (most - least) / months < MOST_BARS) ?? STEPS.at(-1);
  const first = least - (least % step);
  const bins = Array.from({ length: Math.floor((most - first) / step) + 1 }, (_, at) => ({
    month: first + at * step, step, total: 0, planned: 0, in_progress: 0, achieved: 0, overdue: 0,
  }));
  dated.forEach((target, at) => {
    const bin = bins[Math.floor((months[at] - first) / step)];
    bin.total += 1;
    bin[isLate(target, overdue) ? "overdue" : target.statusName] += 1;
  });
  return bins;
}

function bar(bin, x, slot, most, onSelect) {
  const label = words("bar", { when: binName(bin), ...bin });
  const choose = () => onSelect(...binDays(bin));
  const group = makeSvg("g", {
    class: "bar", tabindex: 0, role: "button", "aria-label": label, click: choose,
    keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(); } },
  }, makeSvg("title", {}, label), makeSvg("rect", { x, y: 15, width: slot, height: 138, class: "hit" }));
  let y = 150;
  for (const part of ["achieved", "in_progress", "planned", "overdue"]) {
    const height = (bin[part] / most) * 130;
    y -= height;
    if (height) group.append(makeSvg("rect", { x: x + slot * 0.12, y, width: slot * 0.76, height, class: `bar-part ${part}` }));
  }
  return group;
}

/** Overdue parts are hatched: they differ in print and to eyes that do not tell red from green. */
const hatch = () => makeSvg("defs", {}, makeSvg("pattern", {
  id: "overdue-hatch", width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
}, makeSvg("line", { x1: 0, x2: 0, y1: 0, y2: 7, class: "hatch" })));

const gridLine = (count, y, width) => [
  makeSvg("line", { x1: 40, x2: width, y1: y, y2: y, class: "tick" }),
  makeSvg("text", { x: 36, y: y + 4, "text-anchor": "end", class: "axis-name" }, count.toLocaleString(LANGUAGE)),
];

const monthDay = (month, day) => `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-${day}`;

function binName(bin) {
  const year = Math.floor(bin.month / 12);
  if (bin.step === 1) return monthDay(bin.month, "01").slice(0, 7);
  if (bin.step === 3) return words("quarter", { year, quarter: (bin.month % 12) / 3 + 1 });
  return bin.step === 12 ? String(year) : `${year}–${year + bin.step / 12 - 1}`;
}

function binDays(bin) {
  const last = bin.month + bin.step - 1;
  const days = [31, leapYear(Math.floor(last / 12)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return [monthDay(bin.month, "01"), monthDay(last, String(days[last % 12]))];
}

const leapYear = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
