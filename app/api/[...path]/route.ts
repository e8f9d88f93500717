import { answer } from "@/lib/api/router";

export const runtime = "nodejs";
export const dynamic = "force-dynamic";

// Every endpoint is declared once, with its schemas, in lib/api/endpoints; this only hands requests over.
export { answer as GET, answer as POST, answer as PUT, answer as PATCH, answer as DELETE, answer as HEAD };
