// A page of one article: lighting, and its timeline.

{
  const view = document.querySelector(".article-view");
  const light = wireLighting(view);
  const input = document.getElementById("overdue");
  const targets = [...view.querySelectorAll("[data-target]")].map((row) => ({
    index: row.dataset.target,
    by: row.dataset.by ?? null,
    status: row.dataset.status,
    label: row.querySelector("td a").textContent,
    lane: row.closest(".center").querySelector("h3").firstChild.textContent.trim(),
    row,
    onSelect: () => light(row.dataset.target),
  }));
  // A repeat has its first telling's dot.
  const told = targets.filter((target) => !target.row.classList.contains("repeat"));
  const draw = () => {
    drawLanes(document.getElementById("timeline"), told, input.value);
    for (const target of targets) target.row.classList.toggle("is-overdue", isOverdue(target, input.value));
  };
  input.addEventListener("change", draw);
  addEventListener("resize", afterQuiet(150, draw));
  draw();
}
