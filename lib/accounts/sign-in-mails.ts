import { env } from "@/lib/server/env";
import { mailLayout } from "@/lib/server/mail/mail-layout";
import { sendMail } from "@/lib/server/mail/send-mail";

/** The token stands behind a `#`: browsers send that to no server, so it is in no log and no Referer. */
function linkTo(path: string, token: string): string {
  return `${env().PUBLIC_URL}${path}#${token}`;
}

const NOT_YOU = "If you did not ask for this, do nothing: without this link nothing happens.";

export function mailConfirmEmail(to: string, token: string): Promise<void> {
  return sendMail({
    to,
    subject: "Confirm your e-mail",
    ...mailLayout({
      heading: "Confirm your e-mail",
      paragraphs: ["Somebody, you it seems, signed up for Nameplate with this address."],
      link: { label: "Open this link to confirm that it is yours", url: linkTo("/sign-in/confirm", token) },
      closing: [
        "It holds for two days.",
        "If you did not sign up, do not open it: the account is not yours.",
      ],
    }),
  });
}

export function mailResetPassword(to: string, token: string): Promise<void> {
  return sendMail({
    to,
    subject: "Choose a new password",
    ...mailLayout({
      heading: "Choose a new password",
      paragraphs: ["Somebody, you it seems, asked for a new password for your Nameplate account."],
      link: { label: "Open this link to choose one", url: linkTo("/sign-in/reset", token) },
      closing: ["It holds for 60 minutes and works once.", NOT_YOU],
    }),
  });
}

/** For an account whose address nobody has confirmed: its password may be a stranger's, so a link alone opens nothing. */
export function mailSignInUnconfirmed(to: string, token: string): Promise<void> {
  return sendMail({
    to,
    subject: "Sign in to Nameplate",
    ...mailLayout({
      heading: "Sign in to Nameplate",
      paragraphs: [
        "Somebody, you it seems, asked for a link to sign in. Your address has not been confirmed yet, so this once you choose a new password; links work from then on.",
      ],
      link: { label: "Open this link to choose one", url: linkTo("/sign-in/reset", token) },
      closing: ["It holds for 60 minutes and works once.", NOT_YOU],
    }),
  });
}

export function mailSignInLink(to: string, token: string, next?: string): Promise<void> {
  const path = next === undefined ? "/sign-in/link" : `/sign-in/link?${new URLSearchParams({ next })}`;
  return sendMail({
    to,
    subject: "Sign in to Nameplate",
    ...mailLayout({
      heading: "Sign in to Nameplate",
      paragraphs: ["Somebody, you it seems, asked for a link to sign in."],
      link: { label: "Open this link and press the button there", url: linkTo(path, token) },
      closing: ["It holds for 15 minutes and works once.", NOT_YOU],
    }),
  });
}

export function mailPasswordChanged(to: string): Promise<void> {
  return sendMail({
    to,
    subject: "Your password was changed",
    ...mailLayout({
      heading: "Your password was changed",
      paragraphs: [
        "A new password was chosen for your Nameplate account by a link in a mail to this address. All devices are signed out.",
      ],
      link: { label: "If it was not you, choose another at once", url: `${env().PUBLIC_URL}/sign-in/forgot` },
    }),
  });
}
