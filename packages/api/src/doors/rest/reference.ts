import { createDocsPage } from "./docs-page.ts";
import { createOpenApi } from "./openapi.ts";
import type { Route } from "./route.ts";

/** The public reference: the document, and a page made from it. Both are made when first asked for. */
export interface Reference {
  document(): Response;
  page(): Response;
}

/** The reference of these routes. */
export function createReference(routes: readonly Route[]): Reference {
  let document: ReturnType<typeof createOpenApi> | undefined;
  let page: ReturnType<typeof createDocsPage> | undefined;
  const made = () => (document ??= createOpenApi(routes));
  return {
    document: () => Response.json(made(), { headers: { "cache-control": "no-cache" } }),
    page() {
      page ??= createDocsPage(made());
      return new Response(page.html, {
        headers: {
          "content-type": "text/html; charset=utf-8",
          "cache-control": "no-cache",
          "content-security-policy": page.policy,
        },
      });
    },
  };
}
