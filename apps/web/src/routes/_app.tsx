import { createFileRoute, redirect } from "@tanstack/react-router";
import { AppFrame } from "../frame/app-frame.tsx";
import { requirePerson } from "../lib/person.ts";
import { appCodeOf } from "../lib/error-text.ts";

export const Route = createFileRoute("/_app")({
  beforeLoad: async ({ location }) => {
    try {
      await requirePerson();
    } catch (error) {
      if (appCodeOf(error) === "unauthorized")
        throw redirect({ to: "/sign-in", search: location.href === "/campaigns" ? {} : { next: location.href } });
      throw error;
    }
  },
  component: AppFrame,
});
