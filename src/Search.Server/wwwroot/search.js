// Suggestions for the box of the pages. Without it the box searches all the same.
import { combobox } from "./combobox.js";

const input = document.getElementById("q");
combobox({
  input,
  box: input.closest(".box"),
  label: document.documentElement.lang === "en" ? "Suggestions" : "Gợi ý",
  suggest: async (text, signal) => {
    const answer = await fetch(`api/suggest?q=${encodeURIComponent(text)}`, { signal });
    return answer.ok ? (await answer.json()).suggestions : [];
  },
  choose: (suggestion) => {
    if (suggestion.id) {
      location.href = new URL(`article/${suggestion.id}`, document.baseURI);
    } else {
      input.value = suggestion.text;
      input.form.requestSubmit();
    }
  },
});
