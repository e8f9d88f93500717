"use client";

import "./globals.css";

/** When even the root layout fails; it brings its own page and needs nothing. */
export default function GlobalError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body className="grid min-h-dvh place-items-center font-sans">
        <main className="max-w-md px-6 text-center">
          <h1 className="text-xl font-semibold">Something went wrong</h1>
          <p className="mt-2 text-muted-foreground">Parley could not be shown. Nothing that was saved is lost.</p>
          <button type="button" onClick={reset} className="mt-6 h-9 rounded-md bg-primary px-4 text-sm font-medium text-primary-foreground">Try again</button>
        </main>
      </body>
    </html>
  );
}
