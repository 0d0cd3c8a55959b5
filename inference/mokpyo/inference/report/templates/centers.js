// A section for each centre, built when it is opened: its totals, its deadlines, its targets with their evidence.

const MOST_DOTS = 80;

function drawCenters(box, targets, day, onOpen) {
  const byCenter = new Map();
  for (const target of targets) append(byCenter, target.center, target);
  const centers = [...byCenter].sort((left, right) => right[1].length - left[1].length);
  growingList(box, centers, 50, ([, own]) => centerSection(own, day, onOpen));
}

function centerSection(targets, day, onOpen) {
  const late = targets.filter((target) => isLate(target, day)).length;
  const facts = [`${words("targets")} ${targets.length.toLocaleString(LANGUAGE)}`, ...(late ? [`${words("overdue")} ${late.toLocaleString(LANGUAGE)}`] : [])];
  const body = make("div", { class: "center-body" });
  const section = make("details", { class: "center-section" },
    make("summary", {}, make("span", { class: "center-name data" }, nameOf.center(targets[0])), make("span", { class: "note" }, ` ${facts.join(" · ")}`)),
    body);
  section.addEventListener("toggle", () => {
    if (!section.open || body.firstChild) return;
    body.append(make("p", { class: "note" }, centerLink(targets[0], words("own_page"))));
    fillCenter(body, targets, day, onOpen);
  });
  return section;
}

function fillCenter(body, targets, day, onOpen) {
  const totals = make("div", { class: "wide-table", tabindex: 0, role: "region", "aria-label": words("totals") });
  const timeline = make("div", { class: "timeline", tabindex: 0, role: "region", "aria-label": words("timeline") });
  const list = make("ul", { class: "center-targets" });
  body.append(totals, timeline, list);
  drawTotals(totals, targets, true, false);
  drawCenterTimeline(timeline, targets, day, onOpen);
  growingList(list, targets, 100, (target) => make("li", {}, evidenceLine(target, onOpen)));
}

function drawCenterTimeline(box, targets, day, onOpen) {
  const first = targets.filter((target) => !target.repeat);
  if (first.filter((target) => target.by).length > MOST_DOTS) {
    drawHistogram(box, first, day, () => {});
    return;
  }
  drawLanes(box, first.map((target) => ({
    by: target.by, status: target.statusName, label: `${target.quantity} ${nameOf.object(target)}`.trim(),
    lane: nameOf.center(target), index: target.target, onSelect: () => onOpen(target),
  })), day);
}

function evidenceLine(target, onOpen) {
  const [before, number, after] = evidenceParts(target);
  return make("div", { class: "evidence-line data" },
    make("button", { type: "button", class: "link", click: () => onOpen(target) }, target.quantity), ` ${nameOf.object(target)} `,
    make("span", { class: `status ${target.statusName}` }, words("status." + target.statusName)), target.by ? ` ${target.by} ` : " ",
    make("q", { class: "note" }, before, make("mark", { class: "quantity" }, number), after),
    ...target.sums.map((sum) => make("span", { class: "sum" }, sum)),
    ...target.doubts.map((doubt) => make("span", { class: "doubt" }, doubt)));
}
