// Deadlines drawn as SVG: lanes of single targets for one article, stacked bars for many.

const DAY = 86400000;
const dayNumber = (day) => Date.parse(day + "T00:00:00Z") / DAY;
const isoDay = (number) => new Date(number * DAY).toISOString().slice(0, 10);
const isOverdue = (target, day) => Boolean(day && target.by && target.by < day && target.status !== "achieved");

/** Lanes by centre. `targets`: {by, from, status, label, lane, onSelect}; draws nothing for none. */
function drawLanes(box, targets, overdue) {
  box.replaceChildren();
  const dated = targets.filter((target) => target.by);
  if (dated.length < targets.length) {
    const count = targets.length - dated.length;
    box.append(make("p", { class: "note" }, dated.length ? words("timeline_note", { count }) : words("timeline_none")));
  }
  if (!dated.length) return;
  const lanes = [...new Set(dated.map((target) => target.lane))];
  const width = Math.max(560, Math.min(1400, box.clientWidth));
  const scale = timeScale(dated.map((target) => target.by), overdue, width, 24);
  const rows = lanes.map((lane) => stackDots(dated.filter((target) => target.lane === lane), scale));
  let top = 6;
  const svg = makeSvg("svg", { width, role: "group", "aria-label": words("timeline") });
  const layer = makeSvg("g");
  rows.forEach((dots, at) => {
    layer.append(makeSvg("text", { x: 4, y: top + 13, class: "lane-name" }, shortened(lanes[at], 60)));
    for (const { target, x, level } of dots) layer.append(dot(target, x, top + 28 + level * 20, overdue, width));
    top += 40 + Math.max(...dots.map((each) => each.level)) * 20;
    layer.append(makeSvg("line", { x1: 0, x2: width, y1: top - 2, y2: top - 2, class: "lane-line" }));
  });
  svg.append(axis(scale, top, overdue), layer);
  svg.setAttribute("height", top + 22);
  svg.setAttribute("viewBox", `0 0 ${width} ${top + 22}`);
  box.prepend(svg, statusLegend(Boolean(overdue)));
}

/** Dots that would cover each other get levels of their own. */
function stackDots(targets, scale) {
  const ends = [];
  return targets
    .map((target) => ({ target, x: scale.x(target.by) }))
    .sort((left, right) => left.x - right.x)
    .map((placed) => {
      let level = ends.findIndex((end) => end < placed.x);
      if (level < 0) level = ends.length;
      ends[level] = placed.x + 18 + 7 * Math.min(14, placed.target.label.length);
      return { ...placed, level };
    });
}

function dot(target, x, y, overdue, width) {
  const late = isOverdue(target, overdue);
  const title = `${target.lane}: ${target.label}, ${target.by}, ${words("status." + target.status)}` +
    (late ? `, ${words("overdue")}` : "");
  const right = x > width - 140;
  const text = { x: right ? x - 10 : x + 10, y: y + 4, class: "dot-name", "text-anchor": right ? "end" : "start" };
  return makeSvg("g", {
    class: `dot ${target.status}${late ? " overdue" : ""}`, tabindex: 0, role: "button", "aria-label": title,
    "data-index": target.index, click: target.onSelect,
    keydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); target.onSelect(); } },
  }, makeSvg("title", {}, title), marker(target.status, late, x, y), makeSvg("text", text, shortened(target.label, 14)));
}

/** Shape as well as colour tells the status: ring, half disc, disc; a diamond where overdue. */
function marker(status, late, x, y) {
  if (late) return makeSvg("path", { d: `M${x} ${y - 8}l8 8l-8 8l-8 -8z`, class: "marker" });
  const ring = makeSvg("circle", { cx: x, cy: y, r: 6, class: "marker" });
  if (status !== "in_progress") return ring;
  return makeSvg("g", {}, ring, makeSvg("path", { d: `M${x} ${y - 6}a6 6 0 0 1 0 12z`, class: "half" }));
}

function statusLegend(withOverdue) {
  const entries = ["planned", "in_progress", "achieved", ...(withOverdue ? ["overdue"] : [])];
  return make("ul", { class: "legend" }, ...entries.map((status) => {
    const late = status === "overdue";
    const sign = makeSvg("g", { class: `dot ${status}` }, marker(status, late, 9, 9));
    const svg = makeSvg("svg", { width: 18, height: 18, "aria-hidden": "true" }, sign);
    return make("li", {}, svg, " ", words(late ? "overdue" : "status." + status));
  }));
}

function timeScale(days, overdue, width, margin) {
  const numbers = days.map(dayNumber);
  if (overdue) numbers.push(dayNumber(overdue));
  let first = numbers.reduce((least, number) => Math.min(least, number));
  let last = numbers.reduce((most, number) => Math.max(most, number));
  const room = Math.max(15, (last - first) * 0.04);
  first -= room;
  last += room;
  const x = (day) => margin + ((dayNumber(day) - first) / (last - first)) * (width - 2 * margin);
  return { first: isoDay(Math.floor(first)), last: isoDay(Math.ceil(last)), x, width };
}

/** Ticks at years, or quarters where the time is short, and a line at the chosen day. */
function axis(scale, height, overdue) {
  const group = makeSvg("g", { class: "axis" });
  const years = Number(scale.last.slice(0, 4)) - Number(scale.first.slice(0, 4)) + 1;
  const step = years <= 4 ? 3 : 12 * Math.ceil(years / 12);
  const firstYear = Number(scale.first.slice(0, 4));
  for (let month = 0; month < years * 12; month += step) {
    const day = `${String(firstYear + Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
    const x = day < scale.first || day > scale.last ? -1 : scale.x(day);
    if (x < 0) continue;
    group.append(makeSvg("line", { x1: x, x2: x, y1: 0, y2: height, class: month % 12 ? "tick" : "tick year" }));
    const anchor = x > scale.width - 30 ? "end" : "middle";
    group.append(makeSvg("text", { x, y: height + 15, "text-anchor": anchor }, month % 12 ? day.slice(5, 7) : day.slice(0, 4)));
  }
  if (overdue) {
    const x = scale.x(overdue);
    group.append(makeSvg("line", { x1: x, x2: x, y1: 0, y2: height, class: "chosen" }));
  }
  return group;
}

const shortened = (text, length) => (Array.from(text).length > length ? Array.from(text).slice(0, length - 1).join("") + "…" : text);
