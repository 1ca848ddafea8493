import { SignOutButton } from "../auth/sign-out-button";
import { ThemeChoice } from "../shell/theme-choice";
import { ConfirmEmailBand } from "./confirm-email-band";
import { type ConnectedAccount, ConnectedAccounts } from "./connected-accounts";
import { FontList } from "./font-list";
import { ImageHostsForm } from "./image-hosts-form";
import { LeaveButton } from "./leave-button";
import { NameForm } from "./name-form";
import { NoPassword } from "./no-password";
import { PasswordForm } from "./password-form";
import { type SessionItem, SessionList } from "./session-list";
import { SettingsSection } from "./settings-section";
import { SignOutOthers } from "./sign-out-others";
import { SigningKeys } from "./signing/signing-keys";
import type { SigningPrograms } from "./signing/signing-samples";
import { TwoStepSettings } from "./two-step/two-step-settings";

export type SettingsViewProps = {
  account: { name: string; email: string };
  workspace: { slug: string; name: string };
  role: string;
  canEditWorkspace: boolean;
  /** How to sign addresses, for whom the keys are to see; null for others. */
  signing: SigningPrograms | null;
  sessions: readonly SessionItem[];
  signIn: {
    emailConfirmed: boolean;
    hasPassword: boolean;
    mail: boolean;
    twoStep: { on: boolean; since: Date | null; recoveryCodesLeft: number };
    connected: readonly ConnectedAccount[];
  };
  /** Whether mails only go to the outbox of this machine. */
  outbox: boolean;
  /** What became of connecting an account, when one comes back from there. */
  connecting?: string | undefined;
};

export function SettingsView({
  account,
  workspace,
  role,
  canEditWorkspace,
  signing,
  sessions,
  signIn,
  outbox,
  connecting,
}: SettingsViewProps) {
  return (
    <main className="mx-auto max-w-3xl px-4 py-4 md:px-8 md:py-6">
      <h1 className="mb-6 flex h-8 items-center font-semibold text-lg tracking-tight">Settings</h1>
      {signIn.emailConfirmed || !signIn.mail ? null : (
        <ConfirmEmailBand email={account.email} outbox={outbox} />
      )}
      <SettingsSection title="Profile" description={account.email}>
        <NameForm label="Your name" name={account.name} path="/api/account" />
      </SettingsSection>
      <SettingsSection title="Password" description="Changing it signs out all your other devices.">
        {signIn.hasPassword ? (
          <PasswordForm email={account.email} />
        ) : (
          <NoPassword email={account.email} mail={signIn.mail} />
        )}
      </SettingsSection>
      <SettingsSection
        title="Two-step sign-in"
        description="A code from an app on your phone is asked for after the password."
      >
        <TwoStepSettings {...signIn.twoStep} hasPassword={signIn.hasPassword} />
      </SettingsSection>
      {signIn.connected.length > 0 ? (
        <SettingsSection title="Connected accounts" description="Other accounts of yours that let you in.">
          <ConnectedAccounts
            accounts={signIn.connected}
            hasPassword={signIn.hasPassword}
            hasTwoStep={signIn.twoStep.on}
            problem={connecting}
            back={`/${workspace.slug}/settings`}
          />
        </SettingsSection>
      ) : null}
      <SettingsSection title="Workspace" description={`Address: /${workspace.slug}`}>
        {canEditWorkspace ? (
          <NameForm label="Name of the workspace" name={workspace.name} path={`/api/w/${workspace.slug}`} />
        ) : (
          <p className="text-sm">
            {workspace.name}
            <span className="block text-faint text-xs">
              You are {role} here; owners and admins can rename it.
            </span>
          </p>
        )}
      </SettingsSection>
      {role !== "guest" && (
        <>
          <SettingsSection
            title="Fonts"
            description="Uploaded fonts of this workspace. A deleted one leaves the menu; templates that use it keep it."
          >
            <FontList workspaceSlug={workspace.slug} canEdit={role !== "viewer"} />
          </SettingsSection>
          <SettingsSection
            id="pictures-from-the-web"
            title="Pictures from the web"
            description="Hosts that links may fetch pictures from when a field gives an address."
          >
            <ImageHostsForm workspaceSlug={workspace.slug} canEdit={canEditWorkspace} />
          </SettingsSection>
          {signing ? (
            <SettingsSection
              title="Signing keys"
              description="Addresses signed with one show what was signed, and nobody can change it."
            >
              <SigningKeys workspaceSlug={workspace.slug} programs={signing} />
            </SettingsSection>
          ) : null}
        </>
      )}
      <SettingsSection title="Appearance" description="Kept in this browser.">
        <ThemeChoice />
      </SettingsSection>
      <SettingsSection
        title="Where you are signed in"
        description="Sign a device out if you do not know it. It ends at once."
      >
        <SessionList sessions={sessions} />
        {sessions.length > 1 ? <SignOutOthers /> : null}
      </SettingsSection>
      <SettingsSection title="Sign out" description="Ends the session of this browser.">
        <SignOutButton />
      </SettingsSection>
      <SettingsSection title="Leave the workspace" description="What you made in it stays in it.">
        <LeaveButton workspace={workspace} />
      </SettingsSection>
    </main>
  );
}
