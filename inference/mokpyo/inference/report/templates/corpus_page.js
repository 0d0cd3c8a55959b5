// A page of many articles: every part shows the targets that the form lets through.

{
  const part = (name) => document.getElementById(name);
  const table = new TargetTable(part("table"), openTarget);
  let shown = [];

  const drawTimeline = () => drawHistogram(part("timeline"), shown, part("overdue").value, (from, to) => {
    field("from").value = from;
    field("to").value = to;
    apply();
  });
  const totals = () => drawTotals(part("totals"), shown, part("by-object").checked);

  const apply = wireFilters((targets) => {
    const day = part("overdue").value;
    shown = targets;
    part("shown").textContent = words("shown", { shown: targets.length.toLocaleString(LANGUAGE), all: TARGETS.length.toLocaleString(LANGUAGE) });
    part("overdue-count").textContent = day ? TARGETS.filter((target) => isLate(target, day)).length.toLocaleString(LANGUAGE) : "–";
    table.show(targets, day);
    drawTimeline();
    totals();
    drawCenters(part("centers"), targets, day, openTarget);
  });

  part("by-object").addEventListener("change", totals);
  part("download").addEventListener("click", () => downloadCsv(table.targets));
  addEventListener("resize", afterQuiet(150, drawTimeline));
  wireCenterPages(part("center-page"), () => part("overdue").value, openTarget, apply);
}
