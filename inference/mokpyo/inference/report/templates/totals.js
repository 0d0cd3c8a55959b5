// Totals by centre and unit: planned, in progress, achieved, side by side and as a bar.

function drawTotals(box, targets, byObject, withCenter = true) {
  const columns = [...(withCenter ? ["center"] : []), ...(byObject ? ["object"] : []), "unit", "count"];
  const head = make("tr", {}, ...columns.map((key) => make("th", { scope: "col" }, words(key))),
    ...DATA.statuses.map((status) => make("th", { scope: "col", class: "figure" }, words("status." + status))),
    make("th", { scope: "col", class: "share-head" }, make("span", { class: "unseen" }, words("status"))));
  const body = make("tbody");
  const build = (sum) => make("tr", {}, ...columns.map((key) => totalCell(sum, key)),
    ...DATA.statuses.map((status) => make("td", { class: "figure" }, figure(sum, status))), make("td", {}, shareBar(sum)));
  const sums = sumTargets(targets, byObject);
  const more = make("div");
  let shown = 0;
  const grow = () => {
    body.append(...sums.slice(shown, shown + 30).map(build));
    shown = Math.min(sums.length, shown + 30);
    const button = make("button", { type: "button", class: "more", click: grow }, words("more", { count: (sums.length - shown).toLocaleString(LANGUAGE) }));
    more.replaceChildren(...(shown < sums.length ? [button] : []));
  };
  grow();
  box.replaceChildren(make("table", { class: "totals" }, make("thead", {}, head), body), more);
}

function totalCell(sum, key) {
  if (key === "count") return make("td", {}, sum.count.toLocaleString(LANGUAGE));
  if (key === "center") return make("td", { class: "data" }, centerLink(sum.target));
  return make("td", { class: "data" }, nameOf[key](sum.target) || words("none"));
}

function figure(sum, status) {
  const { count, value } = sum[status];
  if (!count) return "–";
  return sum.added ? numberWords(value) : `${words("not_added")} (${count})`;
}

/** How much of the whole is achieved, under way and planned; nothing for what cannot be added. */
function shareBar(sum) {
  const whole = DATA.statuses.reduce((total, status) => total + sum[status].value, 0);
  if (!sum.added || !(whole > 0) || DATA.statuses.some((status) => sum[status].value < 0)) return "";
  const svg = makeSvg("svg", { width: 120, height: 12, "aria-hidden": "true", class: "share" });
  let x = 0;
  for (const status of ["achieved", "in_progress", "planned"]) {
    const width = (sum[status].value / whole) * 120;
    if (width) svg.append(makeSvg("rect", { x, y: 1, width, height: 10, class: `bar-part ${status}` }));
    x += width;
  }
  return svg;
}
