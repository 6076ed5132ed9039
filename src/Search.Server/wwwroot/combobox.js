// A text field with suggestions, after the ARIA combobox pattern. The search page and the widget share it.
//
// While an input method composes, from compositionstart to compositionend, nothing happens: its letters are not the reader's yet.

const remembered = 100;
let lists = 0;

/**
 * @param {object} parts
 * @param {HTMLInputElement} parts.input The field.
 * @param {HTMLElement} parts.box The element behind which the list goes; the list is as wide as it.
 * @param {string} parts.label What the list is called for those who do not see it.
 * @param {(text: string, signal: AbortSignal) => Promise<{text: string, html: string}[]>} parts.suggest
 * @param {(suggestion: object) => void} parts.choose
 */
export function combobox({ input, box, label, suggest, choose }) {
  const list = document.createElement("ul");
  list.id = `suggestions-${++lists}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  list.hidden = true;
  box.append(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) {
    input.setAttribute(name, value);
  }

  const known = new Map();
  let composing = false;
  let shown = [];
  let active = -1;
  let asked = null;

  const close = () => {
    asked?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  };

  const activate = (index) => {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = index;
    const option = list.children[active];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  };

  const show = (suggestions) => {
    shown = suggestions;
    list.replaceChildren(...suggestions.map((suggestion, i) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.kind = suggestion.kind;
      option.lang = "vi";
      option.innerHTML = suggestion.html;   // of the service: escaped but for <mark>
      return option;
    }));
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };

  const ask = async () => {
    asked?.abort();
    const text = input.value;
    if (text.trim().length < 2) {
      close();
      return;
    }

    const { signal } = (asked = new AbortController());
    try {
      const suggestions = known.get(text) ?? await suggest(text, signal);
      known.set(text, suggestions);
      if (known.size > remembered) {
        known.delete(known.keys().next().value);
      }

      if (!signal.aborted && text === input.value) {
        show(suggestions);
      }
    } catch (failure) {
      if (!signal.aborted) {
        close();   // without suggestions the field still searches
      }
    }
  };

  input.addEventListener("compositionstart", () => { composing = true; });
  input.addEventListener("compositionend", () => { composing = false; ask(); });
  input.addEventListener("input", () => { if (!composing) { ask(); } });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (composing || event.isComposing) {
      return;
    }

    const count = list.hidden ? 0 : shown.length;
    if (event.key === "ArrowDown" && list.hidden) {
      event.preventDefault();
      ask();
    } else if (event.key === "ArrowDown" && count > 0) {
      event.preventDefault();
      activate(active + 1 === count ? -1 : active + 1);
    } else if (event.key === "ArrowUp" && count > 0) {
      event.preventDefault();
      activate(active === -1 ? count - 1 : active - 1);
    } else if (event.key === "Escape" && count > 0) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter") {
      const chosen = shown[active];
      close();
      if (count > 0 && chosen) {
        event.preventDefault();
        choose(chosen);
      }
    }
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());   // the field keeps the focus
  list.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) {
      const chosen = shown[[...list.children].indexOf(option)];
      close();
      choose(chosen);
    }
  });
}
