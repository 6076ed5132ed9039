// The search box for any site:
//
//   <script src="https://HOST/widget.js" defer></script>
//   <vn-search endpoint="https://HOST"></vn-search>
//
// Attributes: endpoint, lang ("vi" or "en"), placeholder, size (hits at a time, 5). Custom properties for its looks stand in the style sheet below.
// It needs no style of the page, and works under a content security policy with script-src HOST and connect-src HOST. The site's origin has to be in Search:Cors:Origins.

(() => {
  const combobox = import(new URL("combobox.js", document.currentScript.src));

  const words = {
    vi: { label: "Tìm bài viết", placeholder: "Tìm trong các bài viết…", search: "Tìm", suggestions: "Gợi ý", found: (n) => `${n.toLocaleString("vi")} bài viết`, none: "Không tìm thấy bài nào.", more: "Xem thêm", all: "Mở trang tìm kiếm", close: "Đóng", failed: "Chưa tìm được. Hãy thử lại sau." },
    en: { label: "Search the articles", placeholder: "Search the articles…", search: "Search", suggestions: "Suggestions", found: (n) => `${n.toLocaleString("en")} articles`, none: "Nothing was found.", more: "More", all: "Open the search page", close: "Close", failed: "The search failed. Try again later." },
  };

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { --accent: var(--vn-search-accent, #9b1c1c); --on-accent: var(--vn-search-on-accent, #fff); --ground: var(--vn-search-ground, #fff); --text: var(--vn-search-text, #1d1b18);
      --quiet: var(--vn-search-quiet, #625d56); --line: var(--vn-search-line, #dedad3); --link: var(--vn-search-link, #17457f); --mark: var(--vn-search-mark, #ffe9a8);
      --radius: var(--vn-search-radius, .5rem); display: block; font: var(--vn-search-font, 1rem/1.5 system-ui, "Noto Sans", sans-serif); color: var(--text); }
    :host([hidden]), [hidden] { display: none !important; }
    *, *::before { box-sizing: border-box; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .box { position: relative; display: flex; gap: .4rem; }
    input { flex: 1; min-width: 0; font: inherit; padding: .5rem .75rem; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: var(--radius); }
    input::placeholder { color: var(--quiet); opacity: 1; }
    button { font: inherit; font-weight: 600; padding: .5rem 1rem; color: var(--on-accent); background: var(--accent); border: 1px solid transparent; border-radius: var(--radius); cursor: pointer; }
    button.plain { color: var(--link); background: none; padding: .3rem 0; font-weight: 400; text-decoration: underline; }
    :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
    ul, ol { list-style: none; margin: 0; padding: 0; }
    .suggestions { position: absolute; z-index: 10; top: calc(100% + .2rem); left: 0; right: 0; max-height: 20rem; overflow-y: auto; padding: .3rem 0; background: var(--ground); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: 0 .4rem 1.2rem rgb(0 0 0 / .15); }
    .suggestions li { padding: .35rem .75rem; cursor: pointer; }
    .suggestions li[data-kind="title"] { color: var(--quiet); font-size: .9em; }
    .suggestions li:hover, .suggestions li[aria-selected="true"] { background: var(--mark); }
    .suggestions mark { background: none; color: inherit; font-weight: 650; }
    .results { margin-top: .75rem; padding: .75rem 1rem; background: var(--ground); border: 1px solid var(--line); border-radius: var(--radius); }
    .head, .foot { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; color: var(--quiet); font-size: .9em; }
    li.hit { padding: .7rem 0; border-bottom: 1px solid var(--line); }
    .hit a { color: var(--link); font-weight: 600; text-decoration: none; overflow-wrap: anywhere; }
    .hit a:hover { text-decoration: underline; }
    .hit p { margin: .2rem 0 0; font-size: .95em; overflow-wrap: anywhere; }
    .hit .meta { color: var(--quiet); font-size: .85em; }
    .hit mark { background: var(--mark); color: inherit; border-radius: .15em; }
    .foot a { color: var(--link); }
  `);

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }

    element.append(...children);
    return element;
  };

  const marked = (element, html) => {
    element.innerHTML = html;   // of the service: escaped but for <mark>
    return element;
  };

  class VnSearch extends HTMLElement {
    #asked = null;

    connectedCallback() {
      if (this.shadowRoot) {
        return;
      }

      const t = this.words = words[this.lang] ?? words.vi;
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      this.input = make("input", { type: "search", id: "q", lang: "vi", maxlength: "512", autocomplete: "off", spellcheck: "false", enterkeyhint: "search", placeholder: this.getAttribute("placeholder") ?? t.placeholder });
      const box = make("div", { class: "box" }, make("label", { class: "unseen", for: "q" }, t.label), this.input, make("button", {}, t.search));
      this.form = make("form", { role: "search" }, box);
      this.results = make("section", { class: "results", "aria-live": "polite", hidden: "" });
      root.append(this.form, this.results);
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.search(this.input.value);
      });
      combobox.then((module) => module.combobox({
        input: this.input,
        box,
        label: t.suggestions,
        suggest: async (text, signal) => (await this.#get("suggest", { q: text }, signal)).suggestions,
        choose: (suggestion) => {
          this.input.value = suggestion.text;
          this.search(suggestion.text);
        },
      }));
    }

    /** Searches, as if the reader had. */
    async search(text) {
      this.#asked?.abort();
      if (!text.trim()) {
        this.results.hidden = true;
        return;
      }

      const { signal } = (this.#asked = new AbortController());
      const parameters = { q: text, size: this.getAttribute("size") ?? "5", collapse: "true" };
      try {
        this.#show(text, parameters, await this.#get("search", parameters, signal));
      } catch {
        if (!signal.aborted) {
          this.results.replaceChildren(make("p", {}, this.words.failed));
          this.results.hidden = false;
        }
      }
    }

    #show(text, parameters, found) {
      const t = this.words;
      const close = make("button", { type: "button", class: "plain" }, t.close);
      close.addEventListener("click", () => {
        this.results.hidden = true;
        this.input.focus();
      });
      const list = make("ol", {}, ...found.hits.map((hit) => this.#hit(hit)));
      const more = make("button", { type: "button", class: "plain" }, t.more);
      let next = found.next;
      more.hidden = !next;
      more.addEventListener("click", async () => {
        const page = await this.#get("search", { ...parameters, cursor: next });
        next = page.next;
        more.hidden = !next;
        list.append(...page.hits.map((hit) => this.#hit(hit)));
      });
      this.results.replaceChildren(
        make("div", { class: "head" }, make("span", {}, found.hits.length ? t.found(found.total) : t.none), close),
        list,
        make("div", { class: "foot" }, more, make("a", { href: this.#address("", { q: text }) }, t.all)));
      this.results.hidden = false;
    }

    #hit(hit) {
      const address = /^https?:/i.test(hit.url ?? "") ? hit.url : this.#address(`article/${hit.id}`);
      const item = make("li", { class: "hit", lang: "vi" }, marked(make("a", { href: address }), hit.title_html || hit.id));
      const day = hit.date?.slice(0, 10).split("-").reverse().join("/");
      item.append(make("p", { class: "meta" }, [hit.source, day].filter(Boolean).join(" · ")));
      for (const snippet of hit.snippets ?? []) {
        item.append(marked(make("p"), snippet.html));
      }

      return item;
    }

    #address(path, parameters = {}) {
      const base = this.getAttribute("endpoint") ?? ".";
      const address = new URL(path, new URL(base.endsWith("/") ? base : base + "/", document.baseURI));
      address.search = new URLSearchParams(parameters);
      return address.href;
    }

    async #get(route, parameters, signal) {
      const answer = await fetch(this.#address(`api/${route}`, parameters), { signal, credentials: "omit" });
      if (!answer.ok) {
        throw new Error(`${answer.status}`);
      }

      return answer.json();
    }
  }

  customElements.define("vn-search", VnSearch);
})();
