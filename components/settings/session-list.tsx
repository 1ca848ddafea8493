"use client";

import { Laptop, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { callApi, nothing, sentenceOf } from "../api/call-api";
import { TimeAgo } from "../shell/time-ago";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { deviceName, isPhone } from "./device-name";

export type SessionItem = {
  id: string;
  userAgent: string;
  createdAt: Date;
  lastSeenAt: Date;
  current: boolean;
};

export function SessionList({ sessions }: { sessions: readonly SessionItem[] }) {
  const router = useRouter();
  const [ending, setEnding] = useState<string | null>(null);
  const [ended, setEnded] = useState<readonly string[]>([]);

  async function revoke(session: SessionItem) {
    setEnding(session.id);
    try {
      await callApi({ method: "DELETE", path: `/api/account/sessions/${session.id}`, answer: nothing });
      setEnded([...ended, session.id]);
      toast(`${deviceName(session.userAgent)} is signed out`);
      router.refresh();
    } catch (error) {
      toast.error(sentenceOf(error));
    }
    setEnding(null);
  }

  const live = sessions.filter((session) => !ended.includes(session.id));
  return (
    <ul className="divide-y rounded-lg bg-panel shadow-card">
      {live.map((session) => {
        const Icon = isPhone(session.userAgent) ? Smartphone : Laptop;
        return (
          <li key={session.id} className="flex min-h-14 items-center gap-3 px-4 py-2.5">
            <Icon aria-hidden className="size-4 shrink-0 text-faint" />
            <div className="min-w-0 flex-1">
              <p className="truncate font-medium text-sm">{deviceName(session.userAgent)}</p>
              <p className="text-faint text-xs">
                Last used <TimeAgo date={session.lastSeenAt} />
              </p>
            </div>
            {session.current ? (
              <Badge tone="success">This browser</Badge>
            ) : (
              <Button size="small" busy={ending === session.id} onClick={() => void revoke(session)}>
                Sign out
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
