// The targets shown, as a CSV file made in the page (RFC 4180, UTF-8 with a mark so that spreadsheets see Korean).

const CSV_COLUMNS = {
  document_id: (target) => DATA.articles[target.article][0],
  title: (target) => DATA.articles[target.article][1],
  published: (target) => DATA.articles[target.article][2],
  target_id: (target) => target.id,
  center_name: (target) => DATA.centers[target.center],
  quantity_text: (target) => target.written,
  value: (target) => target.value,
  high: (target) => target.high,
  unit: (target) => DATA.units[target.unit],
  bound: (target) => target.bound,
  object: (target) => DATA.objects[target.object],
  deadline_text: (target) => target.deadline,
  deadline_from: (target) => target.first_day,
  deadline_by: (target) => target.by,
  region: (target) => DATA.regions[target.region],
  status: (target) => target.statusName,
  repeat: (target) => target.repeat,
  score: (target) => target.score,
  to_check: (target) => target.doubts.join("; "),
  evidence: (target) => DATA.passages[target.passage],
};

/** A field in quotes; words that a spreadsheet would take for a formula get an apostrophe before them. */
function csvField(value) {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const harmless = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${harmless.replaceAll('"', '""')}"`;
}

function csvText(targets) {
  const lines = targets.map((target) => Object.values(CSV_COLUMNS).map((read) => csvField(read(target))).join(","));
  return "\ufeff" + [Object.keys(CSV_COLUMNS).join(","), ...lines].join("\r\n") + "\r\n";
}

function downloadCsv(targets) {
  const address = URL.createObjectURL(new Blob([csvText(targets)], { type: "text/csv;charset=utf-8" }));
  const link = make("a", { href: address, download: "targets.csv" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
