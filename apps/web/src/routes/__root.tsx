import { Outlet, createRootRoute } from "@tanstack/react-router";
import { NotFoundPage } from "../frame/not-found-page.tsx";
import { RouteError } from "../frame/route-error.tsx";

export const Route = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: RouteError,
});
