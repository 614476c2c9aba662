import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { ConflictBar } from "./conflict-bar.tsx";

function givenBar() {
  const chosen: string[] = [];
  render(
    <ConflictBar
      own={{ subject: "Hello", body: "Mine here" }}
      theirs={{ subject: "Hello", body: "Theirs here" }}
      onKeepMine={() => chosen.push("mine")}
      onUseTheirs={() => chosen.push("theirs")}
    />,
  );
  return chosen;
}

test("the bar is said at once and offers both sides", async () => {
  const chosen = givenBar();
  const bar = screen.getByRole("alert", { name: "Two versions of this draft" });
  await userEvent.click(within(bar).getByRole("button", { name: "Keep mine" }));
  await userEvent.click(within(bar).getByRole("button", { name: "Use theirs" }));
  expect(chosen).toEqual(["mine", "theirs"]);
});

test("comparing shows what each side has alone, and can be answered there", async () => {
  const chosen = givenBar();
  await userEvent.click(screen.getByRole("button", { name: "Compare" }));
  const dialog = await screen.findByRole("dialog", { name: "Theirs, against yours" });
  expect(within(dialog).getByRole("deletion").textContent).toBe("Mine");
  expect(within(dialog).getByRole("insertion").textContent).toBe("Theirs");
  await userEvent.click(within(dialog).getByRole("button", { name: "Use theirs" }));
  expect(chosen).toEqual(["theirs"]);
});
