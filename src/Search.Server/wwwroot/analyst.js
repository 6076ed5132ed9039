// The analysts' page, better where scripts run: the cursor at the place of an error, dates by dragging over the chart, significant terms without leaving the page.

const english = document.documentElement.lang === "en";
const form = document.querySelector("form.ask");

const wrong = form.querySelector("[aria-invalid]");
if (wrong) {
  const start = Number(wrong.dataset.start);
  wrong.focus();
  wrong.setSelectionRange(start, start + Number(wrong.dataset.length));
}

const chart = document.querySelector("svg.chart");
if (chart) {
  const starts = chart.dataset.starts.split(",");
  const left = Number(chart.dataset.left);
  const right = Number(chart.dataset.right);
  const band = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  band.setAttribute("class", "band");
  band.setAttribute("y", "16");
  band.setAttribute("height", "252");
  let first = null;

  const place = (event) => {
    const box = chart.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * chart.viewBox.baseVal.width;
    return Math.max(0, Math.min(starts.length - 1, Math.floor((x - left) / (right - left) * starts.length)));
  };
  const draw = (from, to) => {
    const step = (right - left) / starts.length;
    band.setAttribute("x", left + from * step);
    band.setAttribute("width", (to - from + 1) * step);
    chart.append(band);
  };

  chart.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    chart.setPointerCapture(event.pointerId);
    first = place(event);
    draw(first, first);
  });
  chart.addEventListener("pointermove", (event) => {
    if (first !== null) {
      const now = place(event);
      draw(Math.min(first, now), Math.max(first, now));
    }
  });
  chart.addEventListener("pointercancel", () => {
    first = null;
    band.remove();
  });
  chart.addEventListener("pointerup", (event) => {
    if (first === null) {
      return;
    }

    const last = place(event);
    const [from, to] = [Math.min(first, last), Math.max(first, last)];
    first = null;
    if (from === to) {
      band.remove();   // a click, not a drag
      return;
    }

    const end = new Date(`${starts[to + 1] ?? chart.dataset.end}T00:00:00Z`);
    if (starts[to + 1]) {
      end.setUTCDate(end.getUTCDate() - 1);
    }

    form.elements.from.value = starts[from];
    form.elements.to.value = end.toISOString().slice(0, 10);
    form.requestSubmit();
  });
}

const terms = document.querySelector("section.terms");
terms?.querySelector("a")?.addEventListener("click", async (event) => {
  event.preventDefault();
  const link = event.target;
  const progress = document.createElement("progress");
  progress.setAttribute("aria-label", link.textContent);
  link.replaceWith(progress);
  try {
    const answer = await fetch(terms.dataset.address);
    if (!answer.ok) {
      throw new Error(`${answer.status}`);
    }

    const found = await answer.json();
    const table = document.createElement("table");
    const row = (part, kind, cells) => {
      const line = part.insertRow();
      for (const text of cells) {
        line.append(Object.assign(document.createElement(line.cells.length === 0 ? "th" : kind), { textContent: text }));
      }
    };
    const body = table.createTBody();
    row(table.createTHead(), "th", english ? ["Term", "In the result", "In the archive", "G²"] : ["Từ", "Trong kết quả", "Trong kho", "G²"]);
    for (const term of found.terms) {
      row(body, "td", [term.text, term.count.toLocaleString(english ? "en" : "vi"), term.background.toLocaleString(english ? "en" : "vi"), Math.floor(term.score)]);
    }

    progress.replaceWith(table);
  } catch {
    progress.replaceWith(link);
    location.href = link.href;
  }
});

const keep = document.querySelector("form.keep");
if (keep) {
  keep.hidden = false;
  keep.addEventListener("submit", async (event) => {
    event.preventDefault();
    const { name, key } = keep.elements;
    const body = { q: keep.dataset.query, syntax: keep.dataset.syntax };
    for (const field of ["from", "to"]) {
      if (form.elements[field].value) {
        body[field] = form.elements[field].value;
      }
    }

    for (const field of ["category", "source", "author", "tag"]) {
      const values = [...form.querySelectorAll(`input[type=hidden][name=${field}]`)].map((input) => input.value);
      if (values.length > 0) {
        body[field] = values;
      }
    }

    const headers = { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang, ...(key.value && { "X-Api-Key": key.value }) };
    const answer = await fetch(`api/saved/${encodeURIComponent(name.value)}`, { method: "PUT", headers, body: JSON.stringify(body) });
    keep.querySelector("output").textContent = answer.ok ? keep.dataset.saved : (await answer.json()).detail;
  });
}
