"use client";

import { ThumbsDownIcon, ThumbsUpIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { sendFeedback } from "./share-api";

/** Two thumbs at the end of a call. */
export function CallFeedback({ linkToken, callId, callToken }: { linkToken: string; callId: string; callToken: string }) {
  const [rating, setRating] = useState<"up" | "down" | null>(null);
  const [failed, setFailed] = useState(false);

  async function rate(choice: "up" | "down") {
    setRating(choice);
    setFailed(!(await sendFeedback(linkToken, { callId, token: callToken, thumbs: choice })));
  }

  return (
    <div className="flex flex-col items-center gap-3">
      <p className="text-sm text-muted-foreground">{failed ? "That did not reach us. Please try again." : rating ? "Thank you for telling us." : "How did it go?"}</p>
      <div className="flex gap-2">
        <Button variant={rating === "up" ? "default" : "outline"} size="lg" aria-pressed={rating === "up"} onClick={() => void rate("up")}><ThumbsUpIcon />Good</Button>
        <Button variant={rating === "down" ? "default" : "outline"} size="lg" aria-pressed={rating === "down"} onClick={() => void rate("down")}><ThumbsDownIcon />Not good</Button>
      </div>
    </div>
  );
}
