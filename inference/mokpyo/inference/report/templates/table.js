// The table of targets: only the rows in view exist, so that it scrolls as well with 50,000 as with fifty.

const COLUMNS = [
  { key: "center", order: () => poolOrder("center", DATA.centers) },
  { key: "object", order: () => poolOrder("object", DATA.objects) },
  { key: "quantity", order: () => quantityOrder() },
  { key: "deadline", order: () => (target) => (target.by ? dayNumber(target.by) : Infinity) },
  { key: "status", order: () => (target) => target.status },
  { key: "region", order: () => poolOrder("region", DATA.regions) },
  { key: "article", order: () => poolOrder("article", DATA.articles.map((article) => article[1] || article[0])) },
];
const SPARE_ROWS = 8;
const MOST_PRINTED = 1000;

/** Rank of a target by its pooled words: comparing 50,000 ranks takes no time, comparing Korean words does. */
function poolOrder(field, pool) {
  const collator = new Intl.Collator(LANGUAGE, { numeric: true });
  const ranks = new Array(pool.length);
  const order = pool.map((_, place) => place);
  order.sort((left, right) => (pool[left] === "") - (pool[right] === "") || collator.compare(pool[left], pool[right]));
  order.forEach((place, rank) => { ranks[place] = rank; });
  return (target) => ranks[target[field]];
}

/** Units first, since unlike ones do not compare; inside a unit by value. */
function quantityOrder() {
  const unit = poolOrder("unit", DATA.units);
  const sorted = TARGETS.map((target) => [unit(target), target.value ?? Infinity, target])
    .sort((left, right) => left[0] - right[0] || left[1] - right[1] || 0);
  const ranks = new Map(sorted.map(([, , target], rank) => [target, rank]));
  return (target) => ranks.get(target);
}

class TargetTable {
  constructor(box, onOpen) {
    this.onOpen = onOpen;
    this.targets = [];
    this.rows = new Map();
    this.sorted = null;
    this.orders = new Map();
    this.day = "";
    this.printing = false;
    this.head = make("div", { role: "row", class: "row head", "aria-rowindex": 1 }, ...COLUMNS.map((column) => this.heading(column)));
    this.body = make("div", { role: "rowgroup", class: "rows" });
    this.table = make("div", { role: "table", "aria-label": words("table_of_targets") }, make("div", { role: "rowgroup", class: "head-group" }, this.head), this.body);
    this.empty = make("p", { class: "note", hidden: true }, words("no_rows"));
    this.printed = make("p", { class: "note print-only", hidden: true });
    this.scroller = make("div", { class: "scroller", tabindex: 0, role: "region", "aria-label": words("table_of_targets") }, this.table);
    box.append(this.scroller, this.empty, this.printed);
    this.scroller.addEventListener("scroll", () => requestAnimationFrame(() => this.render()));
    this.body.addEventListener("click", (event) => this.clicked(event));
    this.body.addEventListener("keydown", (event) => this.moved(event));
    new ResizeObserver(() => this.resized()).observe(this.scroller);
    addEventListener("beforeprint", () => this.print(true));
    addEventListener("afterprint", () => this.print(false));
  }

  heading(column) {
    const button = make("button", { type: "button", click: () => this.sort(column) }, words(column.key));
    return make("div", { role: "columnheader", "data-column": column.key, "aria-sort": "none" }, button);
  }

  /** Shows these targets, in the order that was chosen last; `day` marks what is overdue. */
  show(targets, day) {
    this.day = day;
    this.targets = this.sorted ? this.inOrder(targets) : targets;
    this.table.setAttribute("aria-rowcount", targets.length + 1);
    this.empty.hidden = targets.length > 0;
    this.scroller.hidden = !targets.length;
    this.scroller.scrollTop = 0;
    this.resized();
  }

  sort(column) {
    const again = this.sorted?.column === column;
    this.sorted = { column, sign: again ? -this.sorted.sign : 1 };
    for (const cell of this.head.children) {
      const chosen = cell.dataset.column === column.key;
      cell.setAttribute("aria-sort", chosen ? (this.sorted.sign > 0 ? "ascending" : "descending") : "none");
    }
    this.show(this.targets, this.day);
  }

  inOrder(targets) {
    const { column, sign } = this.sorted;
    if (!this.orders.has(column)) this.orders.set(column, column.order());
    const order = this.orders.get(column);
    return targets
      .map((target) => [order(target), target])
      .sort((left, right) => (left[0] === right[0] ? 0 : sign * (left[0] < right[0] ? -1 : 1)))
      .map((pair) => pair[1]);
  }

  resized() {
    if (this.printing) return;
    this.rowHeight = Number.parseFloat(getComputedStyle(this.scroller).getPropertyValue("--row-height"));
    this.body.style.height = `${this.targets.length * this.rowHeight}px`;
    this.clear();
    this.render();
  }

  clear() {
    this.body.replaceChildren();
    this.rows.clear();
  }

  render() {
    const first = Math.max(0, Math.floor(this.scroller.scrollTop / this.rowHeight) - SPARE_ROWS);
    const count = Math.ceil(this.scroller.clientHeight / this.rowHeight) + 2 * SPARE_ROWS;
    const last = Math.min(this.targets.length, first + count);
    for (const [at, row] of this.rows) {
      if (at >= first && at < last) continue;
      if (row.contains(document.activeElement)) this.scroller.focus({ preventScroll: true });
      row.remove();
      this.rows.delete(at);
    }
    this.build(first, last);
  }

  build(first, last) {
    for (let at = first; at < last; at += 1) {
      if (this.rows.has(at)) continue;
      const row = this.row(at);
      this.rows.set(at, row);
      this.body.append(row);
    }
  }

  row(at) {
    const target = this.targets[at];
    const late = isLate(target, this.day);
    const cell = (name, ...content) => make("div", { role: "cell", class: `cell ${name}` }, ...content);
    const doubt = target.doubts.length ? make("span", { class: "doubt-sign", title: target.doubts.join("\n"), role: "img", "aria-label": target.doubts.join(", ") }, "⚠") : null;
    const row = make("div", { role: "row", class: `row${target.repeat ? " repeat" : ""}${late ? " is-overdue" : ""}`, "data-at": at, "aria-rowindex": at + 2 },
      cell("center", centerLink(target)),
      cell("object", nameOf.object(target), target.repeat ? make("span", { class: "repeat-mark" }, ` ${words("repeat")}`) : null),
      cell("quantity", make("button", { type: "button", class: "link" }, target.quantity), doubt),
      cell("deadline", target.deadline ? make("span", { class: "last-day" }, target.by ?? "?") : null, target.deadline && target.deadline !== target.by ? make("span", { class: "written" }, ` ${target.deadline}`) : null),
      cell("state", make("span", { class: `status ${target.statusName}` }, words("status." + target.statusName))),
      cell("region", nameOf.region(target)),
      cell("article", nameOf.article(target)));
    row.style.transform = `translateY(${at * this.rowHeight}px)`;
    return row;
  }

  clicked(event) {
    const row = event.target.closest("a") ? null : event.target.closest("[data-at]");
    if (row) this.onOpen(this.targets[Number(row.dataset.at)]);
  }

  moved(event) {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    const row = event.target.closest("[data-at]");
    if (!step || !row) return;
    event.preventDefault();
    const at = Math.max(0, Math.min(this.targets.length - 1, Number(row.dataset.at) + step));
    const top = at * this.rowHeight;
    const room = this.scroller.clientHeight - this.head.offsetHeight - this.rowHeight;
    if (top < this.scroller.scrollTop) this.scroller.scrollTop = top;
    else if (top > this.scroller.scrollTop + room) this.scroller.scrollTop = top - room;
    this.render();
    this.rows.get(at)?.querySelector("button").focus({ preventScroll: true });
  }

  print(on) {
    this.printing = on;
    this.printed.hidden = !on || this.targets.length <= MOST_PRINTED;
    this.printed.textContent = words("printed_rows", { shown: MOST_PRINTED, all: this.targets.length });
    this.clear();
    if (on) this.build(0, Math.min(MOST_PRINTED, this.targets.length));
    else this.render();
  }
}
