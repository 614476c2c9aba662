import type { Catalogue } from "./catalogue.ts";
import type { Lead, Sender } from "./lead.ts";
import { customKey, isLeadName, isSenderName } from "./names.ts";
import { missingWords, toValue } from "./value.ts";

/** Where `render` gets its values: text, null when the value is missing, undefined when the name is unknown. */
export interface Values {
  get(name: string): string | null | undefined;
}

/** Optional knowledge for reading a lead. */
export interface ValueOptions {
  /** With it, a custom name that no lead has is unknown; without it, every custom name counts as known. */
  readonly catalogue?: Catalogue | undefined;
  /** Spellings of "no value" that replace the default list. */
  readonly missing?: readonly string[] | undefined;
}

/** The values of one lead under one sender. */
export function leadValues(lead: Lead, sender: Sender | null | undefined, options: ValueOptions = {}): Values {
  const missing = options.missing ?? missingWords;
  return {
    get(name) {
      const key = customKey(name);
      if (key !== undefined) {
        if (options.catalogue !== undefined && options.catalogue.complete && !options.catalogue.known.has(name))
          return undefined;
        return toValue(ownValue(lead.custom_fields, key), missing);
      }
      if (isSenderName(name)) return senderValue(name, sender, missing);
      if (!isLeadName(name)) return undefined;
      if (name === "full_name") return toValue(lead.full_name, missing) ?? fullName(lead, missing);
      return toValue(lead[name], missing);
    },
  };
}

function ownValue(fields: Readonly<Record<string, unknown>> | null | undefined, key: string): unknown {
  return fields !== null && fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function fullName(person: Lead | Sender, missing: readonly string[]): string | null {
  const parts = [toValue(person.first_name, missing), toValue(person.last_name, missing)].filter(
    (part) => part !== null,
  );
  return parts.length === 0 ? null : parts.join(" ");
}

function senderValue(name: string, sender: Sender | null | undefined, missing: readonly string[]): string | null {
  if (sender === null || sender === undefined) return null;
  switch (name) {
    case "sender_first":
      return toValue(sender.first_name, missing);
    case "sender_last":
      return toValue(sender.last_name, missing);
    case "sender_position":
      return toValue(sender.position, missing);
    case "sender_company":
      return toValue(sender.company, missing);
    case "sender_email":
      return toValue(sender.email, missing);
    default:
      return fullName(sender, missing);
  }
}
