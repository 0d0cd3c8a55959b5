// A centre by itself, at the address `#center-NAME`: the rest of the page gives way to all that it has to reach.

const CENTER_ADDRESS = "#center-";
const centerAddress = (place) => CENTER_ADDRESS + encodeURIComponent(DATA.centers[place]);

/** A centre's name as the way to its page. */
function centerLink(target, ...words) {
  return make("a", { href: centerAddress(target.center), class: "center-link" }, ...(words.length ? words : [nameOf.center(target)]));
}

/** The place of the centre that the address names, or null: its own page is not asked for, or the report has no such centre. */
function centerAsked() {
  if (!location.hash.startsWith(CENTER_ADDRESS)) return null;
  const place = DATA.centers.findIndex((_, at) => centerAddress(at) === location.hash);
  return place < 0 ? null : place;
}

/** Shows what the address asks for, now and whenever it changes; `overdueDay()` is the day that plans are held against. */
function wireCenterPages(box, overdueDay, onOpen, onReturn) {
  const title = document.title;
  let before = null;
  function show() {
    const place = centerAsked();
    const own = place === null ? [] : TARGETS.filter((target) => target.center === place);
    if (before === null && own.length) before = scrollY;
    document.body.classList.toggle("one-center", own.length > 0);
    box.hidden = !own.length;
    box.replaceChildren();
    document.title = own.length ? `${nameOf.center(own[0])} – ${title}` : title;
    if (own.length) {
      fillCenterPage(box, own, overdueDay(), onOpen);
      scrollTo(0, 0);
      box.querySelector("h2").focus({ preventScroll: true });
    } else if (before !== null) {
      onReturn();
      scrollTo(0, before);
      before = null;
    }
  }
  addEventListener("hashchange", show);
  show();
}

function fillCenterPage(box, targets, day, onOpen) {
  const body = make("div", { class: "center-body" });
  const facts = [["targets", targets.length], ["articles", new Set(targets.map((target) => target.article)).size],
    ...DATA.statuses.map((status) => ["status." + status, targets.filter((target) => target.statusName === status).length])];
  const fact = ([key, count]) => make("div", {}, make("dt", {}, words(key)), make("dd", {}, count.toLocaleString(LANGUAGE)));
  const late = targets.filter((target) => isLate(target, day)).length;
  box.append(
    make("p", {}, make("a", { href: "#centers-title" }, `← ${words("all_centers")}`)),
    make("h2", { id: "center-title", tabindex: -1, class: "data" }, nameOf.center(targets[0])),
    make("dl", { class: "overview" }, ...facts.map(fact),
      make("div", { class: "late" }, make("dt", {}, words("overdue")), make("dd", {}, day ? late.toLocaleString(LANGUAGE) : "–"))),
    body);
  fillCenter(body, targets, day, onOpen);
}
