// One target's article in a dialog, the target lit; its evidence alone where the page does not hold the text.

function openTarget(target) {
  const reader = document.getElementById("reader");
  const body = document.getElementById("reader-body");
  const held = document.getElementById(`a${target.article}-article`);
  document.getElementById("reader-title").textContent = nameOf.center(target);
  body.replaceChildren(held ? held.content.cloneNode(true) : evidenceAlone(target));
  if (!reader.open) reader.showModal();
  reader.scrollTop = 0;
  if (held) wireLighting(body.querySelector(".article-view"))(target.target);
}

function evidenceAlone(target) {
  const [before, number, after] = evidenceParts(target);
  const [id, title, published] = DATA.articles[target.article];
  return make("div", {},
    make("p", { class: "data" }, make("strong", {}, title || words("untitled")), ` ${published ?? words("published_unknown")} · ${id}`),
    make("blockquote", { class: "article data" }, before, make("mark", { class: "quantity lit" }, number), after),
    ...target.doubts.map((doubt) => make("span", { class: "doubt" }, doubt)),
    make("p", { class: "note" }, words("not_embedded")));
}

document.getElementById("reader-close").addEventListener("click", () => document.getElementById("reader").close());
