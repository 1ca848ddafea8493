// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Braze writes its attributes like that

import type { Sender } from "./senders";

/** What can say whose row of a table is meant. */
export type IdChoice = "email" | "subscriber";

/** Each sender's own id of a recipient, where it has a tag for one; written as its other tags are. */
const SUBSCRIBER_TAGS: Readonly<Record<string, string>> = {
  mailchimp: "*|UNIQID|*",
  hubspot: "{{contact.hs_object_id}}",
  activecampaign: "%SUBSCRIBERID%",
  "customer-io": "{{customer.id|default:''|url_encode}}",
  braze: "{{${user_id}|url_param_escape}}",
  iterable: "{{#urlEncode}}{{userId}}{{/urlEncode}}",
  "salesforce-marketing-cloud": "%%=URLEncode(AttributeValue('_subscriberkey'),1,1)=%%",
};

/** The tags by which a sender says whose row is meant: the e-mail address, and its own id where it has one. */
export function idTags(sender: Pick<Sender, "id" | "value">): { email: string; subscriber?: string } {
  const email = sender.value({ key: "email" });
  const subscriber = SUBSCRIBER_TAGS[sender.id];
  return subscriber === undefined ? { email } : { email, subscriber };
}
