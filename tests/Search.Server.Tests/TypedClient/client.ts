// A program of a user, typed by the OpenAPI document alone: it must compile, and run against the service.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

type Hit = components["schemas"]["HitResponse"];

const search = createClient<paths>({ baseUrl: process.argv[2]! });

function expect(condition: boolean, what: string): asserts condition {
  if (!condition) {
    throw new Error(what);
  }
}

const written = await search.PUT("/api/articles/{id}", {
  params: { path: { id: "typed" } },
  body: { title: "Khách hàng viết bằng TypeScript", body: "Bài thử của chương trình có kiểu.", date: "2024-05-06", tags: ["thử"] },
});
expect(written.data?.status === "created", `written: ${JSON.stringify(written.error ?? written.data)}`);

const found = await search.GET("/api/search", {
  params: { query: { q: "chuong trinh co kieu", match: "all", size: 5, facets: ["tag", "year"], interval: "month", highlight: "ranges", tag: ["thử"] } },
});
expect(found.data !== undefined, `found: ${JSON.stringify(found.error)}`);
const hit: Hit | undefined = found.data.hits[0];
expect(hit?.id === "typed" && found.data.total === 1, `hits: ${JSON.stringify(found.data.hits)}`);
expect(found.data.facets?.["tag"]?.[0]?.count === 1, `facets: ${JSON.stringify(found.data.facets)}`);

const suggested = await search.POST("/api/suggest", { body: { q: "khach ha" } });
expect(suggested.data?.suggestions.some((suggestion) => suggestion.id === "typed") === true, `suggested: ${JSON.stringify(suggested.data)}`);

const timeline = await search.GET("/api/timeline", { params: { query: { q: ["kiểu", "bài"], interval: "year" } } });
expect(timeline.data?.series.length === 2, `timeline: ${JSON.stringify(timeline.data)}`);

const refused = await search.GET("/api/search", { params: { query: { q: "(", syntax: "advanced" } } });
expect(refused.error?.type === "/problems/invalid-query" && refused.error.start === 1, `refused: ${JSON.stringify(refused.error)}`);

const deleted = await search.DELETE("/api/articles/{id}", { params: { path: { id: "typed" } } });
expect(deleted.data?.status === "deleted", `deleted: ${JSON.stringify(deleted.error)}`);
console.log("ok");
