(() => {
  "use strict";
  const bar = document.getElementById("publist-preview");
  const name = `publist-preview ${location.pathname}`;
  // What is open, by the entry and its class, so that nothing above the reader's place changes its height.
  const folds = () => [...document.querySelectorAll(".publist-entry details")];
  const fold = (one) => `${one.closest(".publist-entry").id} ${one.className}`;

  const keep = () => {
    const open = folds().filter((one) => one.open).map(fold);
    sessionStorage.setItem(name, JSON.stringify({ x: scrollX, y: scrollY, open }));
  };
  const kept = JSON.parse(sessionStorage.getItem(name) || "null");
  sessionStorage.removeItem(name);
  if (kept) {
    history.scrollRestoration = "manual";
    folds().forEach((one) => { if (kept.open.includes(fold(one))) one.open = true; });
    const back = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    back();
    addEventListener("load", back, { once: true });
  }

  new EventSource(bar.dataset.events).addEventListener("version", (event) => {
    if (event.data === bar.dataset.version) return;
    keep();
    location.reload();
  });
})();
